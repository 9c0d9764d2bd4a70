package org.onex.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onex.node.EnrolledNode.soon;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A node forgets people, answers and papers of an exam once the centre has it all and nothing can come any more, and not a moment before. */
@NodeTest
@TestPropertySource(properties = "onex.center=")
class WipingJourneyTests {

    private static final String ANSWER = "这是考生写下的答案,别处没有";
    private static final String MESSAGE = "请考生把手机放到讲台上";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void nothingAboutPeopleIsHereOnceAllOfItIsReturnedAndForgotten() throws IOException {
        try (var center = new PlayedCenter(UUID.randomUUID());
                var node = enrolled(center, "4F7QK2M9XD0A1BCZYXWV");
                var machine = node.machine();
                var board = node.machine()) {
            center.breakReturnAfter(0);
            var exam = node.installed(2);
            var attempt = sit(node, exam, machine, board);
            var told = told(exam);
            assertThat(places(told).keySet()).containsAll(told.keySet());

            node.passMinutes(100);
            soon().until(center::isReturnBroken);
            var refused = node.technician.wipe(exam.id);
            assertThat(refused.code()).isEqualTo("courier.not-returned");
            assertThat(refused.fact("missing")).isEqualTo(2);
            node.passMinutes(25 * 60);
            assertThat(node.technician.wipe(exam.id).code()).isEqualTo("courier.not-returned");

            center.mendReturn();
            soon().until(() ->
                    node.technician.returned(exam.id).path("wipeable").asBoolean());
            assertThat(node.technician.wipe(exam.id).status()).isEqualTo(204);
            assertThat(places(told)).isEmpty();
            assertThat(Files.exists(Path.of("target/node-test-data/node/incoming", exam.id.toString())))
                    .isFalse();
            assertThatItCanStillBeProven(attempt);

            assertThat(node.technician.wipe(exam.id).status()).isEqualTo(204);
            assertThat(node.technician.wipe(UUID.randomUUID()).code()).isEqualTo("courier.bundle-unknown");
            var returned = node.technician.returned(exam.id);
            assertThat(returned.path("wiped").asBoolean()).isTrue();
            assertThat(returned.path("wipeable").asBoolean()).isFalse();
            assertThat(returned.path("receipts").asInt()).isEqualTo(1);
            assertThat(machine.post(
                                    "/api/sitting/sign-ins",
                                    Map.of("ticket", exam.ticket, "idNumber", DeliveredExam.ID_NUMBER))
                            .code())
                    .isEqualTo("sitting.sign-in-wrong");
            node.assertNothingIsReturned(exam);
        }
    }

    @Test
    void aBundleWhoseEntriesMayStillComeIsNotForgotten() throws IOException {
        try (var center = new PlayedCenter(UUID.randomUUID());
                var node = enrolled(center, "5F7QK2M9XD0A1BCZYXWV");
                var machine = node.machine();
                var board = node.machine()) {
            var exam = node.installed(2);
            sit(node, exam, machine, board);
            node.passMinutes(100);
            soon().until(() -> node.technician.returned(exam.id).path("record").asBoolean());
            var refused = node.technician.wipe(exam.id);
            assertThat(refused.code()).isEqualTo("courier.late-sync-open");
            assertThat(refused.body().path("facts").path("until").asString()).isNotBlank();
            assertThat(places(told(exam)).keySet()).containsAll(told(exam).keySet());
            node.passMinutes(25 * 60);
            soon().until(() ->
                    node.technician.returned(exam.id).path("wipeable").asBoolean());
            var next = new DeliveredExam(node.in(40));
            center.pack(next.bundle(center.site, 1), next.files());
            node.awaitReport(next, "1 INSTALLED ");
            node.passMinutes(15);
            assertThat(node.technician.wipe(exam.id).code()).isEqualTo("courier.exam-running");
            assertThat(places(told(exam)).keySet()).containsAll(told(exam).keySet());
            node.passMinutes(120);
            assertThat(node.technician.wipe(exam.id).status()).isEqualTo(204);
            assertThat(awaitedKeys(exam)).isZero();
            assertThat(awaitedKeys(next)).isEqualTo(1);
            node.passMinutes(25 * 60);
            soon().until(() ->
                    node.technician.returned(next.id).path("wipeable").asBoolean());
            assertThat(node.technician.wipe(next.id).status()).isEqualTo(204);
        }
    }

    private EnrolledNode enrolled(PlayedCenter center, String code) {
        center.giveOut(code);
        return new EnrolledNode(context, center, code);
    }

    private int awaitedKeys(DeliveredExam exam) {
        return jdbc.sql("select count(*) from courier.awaited_key where bundle = :bundle")
                .param("bundle", exam.id)
                .query(Integer.class)
                .single();
    }

    private static String sit(EnrolledNode node, DeliveredExam exam, Machine machine, Machine board) {
        var signedIn = machine.post(
                "/api/sitting/sign-ins", Map.of("ticket", exam.ticket, "idNumber", DeliveredExam.ID_NUMBER));
        var attempt = signedIn.text("attempt");
        board.post("/api/invigilation/session", Map.of("number", "JKC0000001", "pin", "123456"));
        assertThat(board.post("/api/invigilation/attempts/" + attempt + "/message", Map.of("text", MESSAGE))
                        .status())
                .isEqualTo(204);
        node.passMinutes(6);
        soon().until(() -> machine.start(attempt, 1).status() == 200);
        assertThat(machine.beat(attempt, 1, List.of(Machine.entry(1, "W01", ANSWER)))
                        .status())
                .isEqualTo(200);
        return attempt;
    }

    /** What somebody who opens the database may not find, by what it is. */
    private static Map<String, byte[]> told(DeliveredExam exam) {
        var told = new LinkedHashMap<String, byte[]>();
        var seating = exam.bundle(UUID.randomUUID(), 1).seatings().getFirst();
        told.put("name", utf8("考生甲"));
        told.put("ticket", utf8(exam.ticket));
        told.put("masked number", utf8("9999**********0019"));
        told.put("hash of the number", utf8(seating.idHash()));
        told.put("invigilator", utf8("监考甲"));
        told.put("answer", utf8(ANSWER));
        told.put("message", utf8(MESSAGE));
        told.put("photo", Arrays.copyOf(exam.photo, 100));
        told.put("paper", Arrays.copyOf(exam.paper, 100));
        told.put("key of the paper", exam.paperKey.bytes());
        return told;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Where what stands in the database: every value of every column of every table, as it lies there and decoded in every way that we know. */
    private Map<String, List<String>> places(Map<String, byte[]> told) {
        var places = new LinkedHashMap<String, List<String>>();
        for (var table : jdbc.sql("""
                        select table_schema || '.' || table_name from information_schema.tables
                        where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'
                        """).query(String.class).list()) {
            for (var row : jdbc.sql("select * from " + table).query().listOfRows()) {
                row.forEach((column, value) -> told.forEach((what, bytes) -> {
                    if (holds(value, bytes)) {
                        places.computeIfAbsent(what, any -> new ArrayList<>()).add(table + "." + column);
                    }
                }));
            }
        }
        return places;
    }

    private static boolean holds(@Nullable Object value, byte[] wanted) {
        if (value == null) {
            return false;
        }
        var raw = value instanceof byte[] bytes ? bytes : utf8(value.toString());
        return forms(raw).stream().anyMatch(form -> contains(form, wanted));
    }

    private static List<byte[]> forms(byte[] raw) {
        var forms = new ArrayList<byte[]>();
        forms.add(raw);
        var text = new String(raw, StandardCharsets.ISO_8859_1).strip();
        try {
            forms.add(Base64.getDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            // Not in this form.
        }
        try {
            forms.add(HexFormat.of().parseHex(text));
        } catch (IllegalArgumentException e) {
            // Not in this form.
        }
        for (var form : List.copyOf(forms)) {
            try (var gzip = new GZIPInputStream(new ByteArrayInputStream(form))) {
                forms.add(gzip.readAllBytes());
            } catch (IOException e) {
                // Not in this form.
            }
        }
        return forms;
    }

    private static boolean contains(byte[] form, byte[] wanted) {
        return new String(form, StandardCharsets.ISO_8859_1).contains(new String(wanted, StandardCharsets.ISO_8859_1));
    }

    private void assertThatItCanStillBeProven(String attempt) {
        var kept = jdbc.sql("""
                        select count(*) from courier.receipt r join sitting.script s
                            on s.attempt = r.attempt and s.revision = r.revision and s.hash = r.hash
                        where r.attempt = :attempt
                        """)
                .param("attempt", UUID.fromString(attempt))
                .query(Integer.class)
                .single();
        assertThat(kept).isEqualTo(1);
    }
}
