package org.onex.rehearsal.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TraceCheckTests {

    private static final String NUMBER = IdNumbers.of(LocalDate.of(2004, 5, 6), 17);

    private static int found(byte[] content) throws IOException {
        return TraceCheck.found(new ByteArrayInputStream(content));
    }

    private static byte[] behind(int bytes) {
        var content = new byte[bytes + NUMBER.length() + 100];
        Arrays.fill(content, (byte) '9');
        content[Math.max(bytes - 1, 0)] = ' ';
        System.arraycopy(NUMBER.getBytes(StandardCharsets.US_ASCII), 0, content, bytes, NUMBER.length());
        content[bytes + NUMBER.length()] = ' ';
        return content;
    }

    @Test
    void aNumberIsFoundWhereverItStands() throws IOException {
        for (var place :
                new int[] {0, 1, 1000, (1 << 20) - 18, (1 << 20) - 17, (1 << 20) - 1, 1 << 20, (2 << 20) - 40, 3 << 20
                }) {
            assertThat(found(behind(place))).as("at %d", place).isEqualTo(1);
        }
    }

    @Test
    void whatIsNoNumberIsNotFound() throws IOException {
        assertThat(found(new byte[0])).isZero();
        assertThat(found(IdNumbers.masked(NUMBER).getBytes(StandardCharsets.US_ASCII)))
                .isZero();
        assertThat(found(Mistake.otherCheck(NUMBER).getBytes(StandardCharsets.US_ASCII)))
                .isZero();
        assertThat(found(NUMBER.substring(1).getBytes(StandardCharsets.US_ASCII)))
                .isZero();
    }
}
