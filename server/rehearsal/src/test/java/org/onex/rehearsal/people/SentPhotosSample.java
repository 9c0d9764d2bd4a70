package org.onex.rehearsal.people;

/** Photos as a college sends them, for tests elsewhere. */
public final class SentPhotosSample {

    private SentPhotosSample() {}

    public static byte[] jpegOf(Person person) {
        return new Portrait(person.idNumber()).jpeg();
    }
}
