package org.onex.rehearsal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.onex.rehearsal.outside.Findings;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.people.Attendance;
import org.onex.rehearsal.people.IdNumbers;
import org.onex.rehearsal.people.Person;
import org.onex.rehearsal.people.SentPhotosSample;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.FakeCenter;
import org.onex.rehearsal.seating.Place;
import tools.jackson.databind.node.ObjectNode;

class PhotoCheckTests {

    private static final OffsetDateTime NOON = OffsetDateTime.parse("2024-05-18T12:00:00+08:00");

    private final Findings<Claim> findings = new Findings<>(Claim.class);
    private final Secrets secrets;
    private final List<Person> people;

    PhotoCheckTests() {
        try (var center = new FakeCenter()) {
            var scene = center.scene("003", 1);
            secrets = Secrets.of(scene);
            people = Attendance.of(scene).getFirst().people();
        }
    }

    private static Place place(Person person) {
        var spot = new Place.Spot("plan", "site", "考点", 1, NOON, NOON, "o", 1, "机房", 1, 1, 1, "A");
        var guest = new Place.Guest(
                "c", "r", "1", person.name(), IdNumbers.masked(person.idNumber()), "college", "", "q", "ELEMENTARY", 1);
        return new Place(spot, guest);
    }

    private void check(Person person, byte[] photo, byte[] key, String type) {
        var sealed = Sealing.locked(photo, new byte[32], "onex-photo-v1");
        ObjectNode bundle = Json.object().put("photoKey", Base64.getEncoder().encodeToString(key));
        var seating = bundle.putArray("seatings").addObject().put("ticket", "1");
        seating.putObject("photo")
                .put("sha256", HexFormat.of().formatHex(Bytes.sha256(sealed)))
                .put("bytes", sealed.length)
                .put("type", type);
        new PhotoCheck(findings, secrets).check(bundle, List.of(place(person)), sha256 -> sealed);
    }

    private long broken() {
        return findings.of(Claim.PHOTOS_AS_SENT).broken();
    }

    @Test
    void thePhotoThatWasSentIsFine() {
        check(people.getFirst(), SentPhotosSample.jpegOf(people.getFirst()), new byte[32], "image/jpeg");
        assertThat(findings.of(Claim.PHOTOS_AS_SENT).checked()).isEqualTo(3);
        assertThat(broken()).isZero();
    }

    @Test
    void anothersPhotoAnotherKeyAndAnotherTypeAreFound() {
        check(people.getFirst(), SentPhotosSample.jpegOf(people.get(1)), new byte[32], "image/jpeg");
        assertThat(broken()).isEqualTo(1);
        var other = new byte[32];
        other[0] = 1;
        check(people.getFirst(), SentPhotosSample.jpegOf(people.getFirst()), other, "image/jpeg");
        assertThat(broken()).isEqualTo(2);
        check(people.getFirst(), SentPhotosSample.jpegOf(people.getFirst()), new byte[32], "image/png");
        assertThat(broken()).isEqualTo(3);
    }
}
