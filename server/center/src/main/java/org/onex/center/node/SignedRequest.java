package org.onex.center.node;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.onex.foundation.exchange.MessageSignature;
import org.onex.foundation.exchange.VerifyingKey;

/** A request whose body was read to check it, and is there to be read again. */
final class SignedRequest extends HttpServletRequestWrapper {

    /** As much as any other JSON; where files are sent to, a stranger could otherwise fill the memory. */
    private static final int LIMIT = 256 * 1024;

    private final byte[] body;

    private SignedRequest(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    /**
     * @throws NodeRefused if it is longer than anything a node has to say
     */
    static SignedRequest read(HttpServletRequest request) throws IOException {
        var body = request.getInputStream().readNBytes(LIMIT + 1);
        if (body.length > LIMIT) {
            throw NodeRefused.of(NodeRefused.Code.REQUEST_TOO_LARGE, "limit", LIMIT);
        }
        return new SignedRequest(request, body);
    }

    boolean isSignedWith(VerifyingKey key) {
        var query = getQueryString();
        var asked = new MessageSignature.Asked(getMethod(), getRequestURI(), query == null ? "" : query);
        return MessageSignature.isRequest(asked, body, this::getHeader, key);
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Stored(new ByteArrayInputStream(body));
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private static final class Stored extends ServletInputStream {

        private final ByteArrayInputStream bytes;

        Stored(ByteArrayInputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return bytes.read(into, offset, length);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("a request of a node is read at once");
        }
    }
}
