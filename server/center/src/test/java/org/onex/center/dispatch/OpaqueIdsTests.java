package org.onex.center.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onex.center.registration.RegistrationKey;

class OpaqueIdsTests {

    private static final RegistrationKey SOMEBODY =
            new RegistrationKey(ExamDay.id("somebody"), ExamDay.id("registration"));

    @TempDir
    private Path folder;

    private OpaqueIds ids;

    @BeforeEach
    void open() {
        ids = ExamDay.ids(folder.resolve("here"));
    }

    @Test
    void theSameThingHasTheSameIdAfterARestart() {
        var again = ExamDay.ids(folder.resolve("here"));
        assertThat(again.session("x")).isEqualTo(ids.session("x"));
        assertThat(again.bundle(ExamDay.id("site"), "P", 1)).isEqualTo(ids.bundle(ExamDay.id("site"), "P", 1));
        assertThat(again.script(SOMEBODY, ids.session("x"))).isEqualTo(ids.script(SOMEBODY, ids.session("x")));
    }

    @Test
    void whoHasOtherKeysGetsOtherIds() {
        var elsewhere = ExamDay.ids(folder.resolve("elsewhere"));
        assertThat(elsewhere.session("x")).isNotEqualTo(ids.session("x"));
    }

    @Test
    void differentThingsHaveDifferentIds() {
        var many = IntStream.range(0, 2000).mapToObj(n -> ids.session("s" + n)).distinct();
        assertThat(many).hasSize(2000);
        assertThat(ids.bundle(ExamDay.id("site"), "1 P", 1)).isNotEqualTo(ids.bundle(ExamDay.id("site"), "P", 1));
        assertThat(ids.script(SOMEBODY, ids.session("x"))).isNotEqualTo(ids.script(SOMEBODY, ids.session("y")));
    }

    @Test
    void theyAreUuidsOfVersion8() {
        var id = ids.session("x");
        assertThat(id.version()).isEqualTo(8);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(UUID.fromString(id.toString())).isEqualTo(id);
    }
}
