package org.onex.rehearsal.people;

import java.util.HashMap;
import java.util.Map;
import org.onex.rehearsal.scene.Scene;

/** Who bears which ID number (身份证号), of which everybody else sees a part only. */
public final class Bearers {

    private final Map<String, String> numbers;

    private Bearers(Map<String, String> numbers) {
        this.numbers = numbers;
    }

    public static Bearers of(Scene scene) {
        var numbers = new HashMap<String, String>();
        for (var college : Attendance.of(scene)) {
            college.people()
                    .forEach(person ->
                            numbers.put(key(person.name(), IdNumbers.masked(person.idNumber())), person.idNumber()));
        }
        return new Bearers(numbers);
    }

    private static String key(String name, String masked) {
        return name + " " + masked;
    }

    /** Empty if the rehearsal knows nobody like that. */
    public String number(String name, String masked) {
        return numbers.getOrDefault(key(name, masked), "");
    }
}
