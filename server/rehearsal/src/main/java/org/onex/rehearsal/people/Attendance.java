package org.onex.rehearsal.people;

import java.util.ArrayList;
import java.util.List;
import org.onex.rehearsal.scene.Scene;

/**
 * A college that takes part, with its people. The same rehearsal has the same, so every stage works them out anew.
 *
 * @param form in which it sends its roster
 */
public record Attendance(CollegeDesk desk, List<Person> people, RosterForm form) {

    private static final long SEED = 20240422;

    public static List<Attendance> of(Scene scene) {
        var colleges = scene.data().colleges();
        var crowd = Crowd.of(
                scene.candidates(), colleges.size(), scene.plan().firstExamDay().getYear(), SEED);
        var masks = new MaskCheck(scene.findings());
        var attending = new ArrayList<Attendance>();
        for (var i = 0; i < colleges.size(); i++) {
            var desk = CollegeDesk.of(scene.center(), scene.data(), colleges.get(i), masks);
            attending.add(new Attendance(desk, crowd.at(i), RosterForm.of(i)));
        }
        return attending;
    }
}
