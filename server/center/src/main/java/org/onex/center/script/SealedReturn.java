package org.onex.center.script;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.onex.foundation.exchange.OpeningKey;
import org.onex.foundation.exchange.VerifyingKey;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a node has signed and sealed (密封回传文件): opened with the awarding body's return key, found to be signed by that node, and read.
 * How it is made is {@code docs/return-protocol.md}.
 */
final class SealedReturn {

    private static final int SIGNATURE_BYTES = 64;

    /** A few hundred times what an exam has ever given; whoever sends more is not one of our nodes. */
    private static final long MOST_BYTES = 256L * 1024 * 1024;

    private final byte[] sealed;
    private final String purpose;

    /**
     * @param purpose what it has to be sealed and signed for
     */
    SealedReturn(byte[] sealed, String purpose) {
        this.sealed = sealed.clone();
        this.purpose = purpose;
    }

    /**
     * @throws Refusal.Found if it was sealed or signed for another purpose, by another node, or says nothing of this type
     */
    <T> T read(OpeningKey key, VerifyingKey node, Class<T> type, JsonMapper json) {
        var opened = opened(key);
        var rest = Arrays.copyOfRange(opened, SIGNATURE_BYTES, opened.length);
        Refusal.UNREADABLE.unless(
                node.verifies(signed(rest), Arrays.copyOf(opened, SIGNATURE_BYTES)), "not signed by this node");
        return parsed(rest, type, json);
    }

    /** Again, after the signature was looked at when it came. */
    <T> T readAgain(OpeningKey key, Class<T> type, JsonMapper json) {
        var opened = opened(key);
        return parsed(Arrays.copyOfRange(opened, SIGNATURE_BYTES, opened.length), type, json);
    }

    private byte[] opened(OpeningKey key) {
        try {
            var opened = key.open(sealed, purpose);
            Refusal.UNREADABLE.unless(opened.length > SIGNATURE_BYTES, "too short to be signed");
            return opened;
        } catch (IllegalArgumentException e) {
            throw Refusal.UNREADABLE.because("does not open");
        }
    }

    private byte[] signed(byte[] rest) {
        var head = (purpose + "\n").getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(head.length + rest.length)
                .put(head)
                .put(rest)
                .array();
    }

    private static <T> T parsed(byte[] zipped, Class<T> type, JsonMapper json) {
        try (var text = new Limited(new GZIPInputStream(new ByteArrayInputStream(zipped)))) {
            var read = json.readValue(text, type);
            Refusal.UNREADABLE.unless(read != null, "says nothing");
            return read;
        } catch (IOException | JacksonException e) {
            // What the parser says would quote the answers.
            throw Refusal.UNREADABLE.because("is no " + type.getSimpleName());
        }
    }

    /** Ends with an error where a few bytes would become more than the memory holds. */
    private static final class Limited extends FilterInputStream {

        private long left = MOST_BYTES;

        Limited(InputStream text) {
            super(text);
        }

        @Override
        public int read() throws IOException {
            return count(super.read(), 1);
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            var some = super.read(into, offset, length);
            return count(some, some);
        }

        private int count(int result, int bytes) throws IOException {
            left -= Math.max(bytes, 0);
            if (left < 0) {
                throw new IOException("more than " + MOST_BYTES + " bytes");
            }
            return result;
        }
    }
}
