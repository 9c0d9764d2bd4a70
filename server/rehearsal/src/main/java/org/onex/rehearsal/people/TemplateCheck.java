package org.onex.rehearsal.people;

import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.Scene;

/** Looks at a downloaded template as somebody who has never seen it: does it say what it is, how it is filled in, and what is required? */
final class TemplateCheck {

    static final String PATH = "/api/candidate/import-template";
    private static final Pattern NUMBERED_TWICE = Pattern.compile("(?m)^\\s*\\d+\\.\\s*\\d+\\.");

    private final Scene scene;

    TemplateCheck(Scene scene) {
        this.scene = scene;
    }

    void check(Template template) {
        found(template.title().equals("批量导入学生信息"), () -> "its title is " + template.title());
        var headings = Column.all().stream().map(Column::headingWithMark).toList();
        found(template.headings().equals(headings), () -> "its headings are " + template.headings());
        for (var word : new String[] {"填写说明", "*", "文本格式", "不会重复", "实名认证"}) {
            found(template.notes().contains(word), () -> "its notes do not speak of " + word);
        }
        found(
                !NUMBERED_TWICE.matcher(template.notes()).find(),
                () -> "its notes are numbered twice: "
                        + template.notes().lines().skip(1).limit(1).toList());
        found(template.rows().size() == 1, () -> "it has " + template.rows().size() + " example rows");
    }

    private void found(boolean holds, Supplier<String> example) {
        scene.check(Claim.TEMPLATE_EXPLAINS, holds, () -> "the template: " + example.get());
    }
}
