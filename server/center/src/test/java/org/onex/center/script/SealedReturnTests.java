package org.onex.center.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.onex.contract.bundle.ScriptFile;
import org.onex.foundation.exchange.OpeningKey;
import org.onex.foundation.exchange.SigningKey;

/** How much a sealed file may hold, and that it costs little to find out. */
class SealedReturnTests {

    private static final String PURPOSE = "a test";
    private static final OpeningKey BODY = OpeningKey.random();
    private static final SigningKey NODE = SigningKey.random();
    private static final long MEGABYTE = 1024 * 1024;

    private static final String HEAD = """
            {"format":1,"bundle":"00000000-0000-0001-0000-000000000001","version":1,"attempt":"00000000-0000-0001-0000-000000000001",
             "session":"00000000-0000-0001-0000-000000000001","form":"A","startedAt":"2024-05-18T06:00:00Z",
             "deadline":"2024-05-18T07:00:00Z","extraMinutes":0,"receipts":[],""";

    private static final String EVENT =
            "{\"epoch\":1,\"kind\":\"x\",\"at\":\"2024-05-18T06:00:00Z\",\"receivedAt\":\"2024-05-18T06:00:00Z\"}";

    /** The same text again and again, which zips to nothing. */
    private static byte[] sealed(String head, String part, int times, String tail) {
        var zipped = new ByteArrayOutputStream();
        try (var zip = new BufferedOutputStream(new GZIPOutputStream(zipped), 1 << 16)) {
            zip.write(head.getBytes(StandardCharsets.UTF_8));
            var bytes = part.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < times; i++) {
                zip.write(bytes);
            }
            zip.write(tail.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var signed = ByteBuffer.allocate(PURPOSE.length() + 1 + zipped.size())
                .put((PURPOSE + "\n").getBytes(StandardCharsets.US_ASCII))
                .put(zipped.toByteArray());
        return BODY.sealingKey()
                .seal(
                        ByteBuffer.allocate(64 + zipped.size())
                                .put(NODE.sign(signed.array()))
                                .put(zipped.toByteArray())
                                .array(),
                        PURPOSE);
    }

    private static ScriptFile read(byte[] sealed) {
        return new SealedReturn(sealed, PURPOSE).read(BODY, NODE.verifyingKey(), ScriptFile.class);
    }

    private static void unreadable(byte[] sealed, String why) {
        assertThatExceptionOfType(Refusal.Found.class)
                .isThrownBy(() -> read(sealed))
                .withMessageContaining(why)
                .satisfies(found -> assertThat(found.refusal()).isEqualTo(Refusal.UNREADABLE));
    }

    private static String lists(String but) {
        return Stream.of("devices", "journal", "events")
                .filter(list -> !list.equals(but))
                .map(list -> "\"" + list + "\":[],")
                .collect(Collectors.joining());
    }

    private static byte[] events(int number) {
        return sealed(HEAD + lists("events") + "\"events\":[" + EVENT, "," + EVENT, number - 1, "]}");
    }

    @Test
    void asManyEventsAsANodeMayKeepAreReadAndOneMoreIsNot() {
        assertThat(read(events(20_000)).events()).hasSize(20_000);
        unreadable(events(20_001), "too much in events");
    }

    @Test
    void aListThatComesTwiceIsCountedAsOne() {
        var twice = sealed(
                HEAD + lists("events") + "\"events\":[" + (EVENT + ",").repeat(9_999) + EVENT + "],\"events\":["
                        + EVENT,
                "," + EVENT,
                10_000,
                "]}");
        unreadable(twice, "too much in events");
    }

    @Test
    void aListThatNobodyKnowsIsShort() {
        assertThat(read(sealed(HEAD + lists("") + "\"more\":[0", ",0", 999, "]}"))
                        .events())
                .isEmpty();
        unreadable(sealed(HEAD + lists("") + "\"more\":[0", ",0", 1000, "]}"), "too much in");
    }

    @Test
    void moreThanFortyEightMegabytesOfTextAreNotRead() {
        unreadable(sealed(HEAD + lists(""), " ".repeat(1024), 49 * 1024, "\"x\":0}"), "is no ScriptFile");
        assertThat(read(sealed(HEAD + lists(""), " ".repeat(1024), 47 * 1024, "\"x\":0}"))
                        .events())
                .isEmpty();
    }

    @Test
    void whatLiesInEachOtherWithoutEndIsNotRead() {
        unreadable(sealed(HEAD + lists("") + "\"x\":", "[", 100_000, ""), "is no ScriptFile");
        unreadable(sealed(HEAD + lists("") + "\"x\":", "{\"x\":", 100_000, ""), "is no ScriptFile");
    }

    @Test
    void aTextLongerThanAnybodyMayWriteIsNotRead() {
        unreadable(sealed(HEAD + lists("") + "\"x\":\"", "a", 40_000, "\"}"), "is no ScriptFile");
        unreadable(sealed(HEAD + lists("") + "\"", "a", 40_000, "\":1}"), "is no ScriptFile");
    }

    @Test
    void whatBecomesTooMuchCostsNoMemory() {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        read(events(1));
        for (var list : new String[] {"events", "journal", "devices", "receipts", "others"}) {
            var bomb = sealed(HEAD + lists(list) + "\"" + list + "\":[{}", ",{}", 4_000_000, "]}");
            assertThat(bomb.length).isLessThan((int) MEGABYTE);
            long before = threads.getCurrentThreadAllocatedBytes();
            unreadable(bomb, "too much in");
            assertThat(threads.getCurrentThreadAllocatedBytes() - before)
                    .as(list)
                    .isLessThan(16 * MEGABYTE);
        }
    }

    @Test
    void whatTheParserStumblesOverIsUnreadableAndQuotesNothing() {
        for (var odd : new String[] {
            "\"+1000000000-12-31T23:59:59.999999999Z\"", "1e999999999", "\"机密\"", "null", "[]", "99999999999999999999"
        }) {
            assertThatExceptionOfType(Refusal.Found.class)
                    .as(odd)
                    .isThrownBy(() -> read(sealed(
                            HEAD + lists("devices") + "\"devices\":[null,{\"epoch\":1,\"since\":" + odd + "}]}",
                            "",
                            0,
                            "")))
                    .withMessage("is no ScriptFile");
        }
    }

    @Test
    void onlyWhatThisNodeSignedForThisPurposeIsRead() {
        assertThat(read(events(1)).events()).hasSize(1);
        assertThatExceptionOfType(Refusal.Found.class)
                .isThrownBy(() -> new SealedReturn(events(1), PURPOSE)
                        .read(BODY, SigningKey.random().verifyingKey(), ScriptFile.class))
                .withMessage("not signed by this node");
    }
}
