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
import java.util.Optional;
import java.util.regex.Pattern;
import org.onex.foundation.exchange.MessageSignature;
import org.onex.foundation.exchange.VerifyingKey;

/** A request whose body was read to check it, and is there to be read again. */
final class SignedRequest extends HttpServletRequestWrapper {

    /** As much as any other JSON; where files are sent to, a stranger could otherwise fill the memory. */
    private static final int LIMIT = 256 * 1024;

    /** Where an exam server says all that it has, a large site needs more. */
    private static final int LONG_LIMIT = 4 * 1024 * 1024;

    private static final Pattern LONG = Pattern.compile("/api/script/returns/[^/]+");

    private final byte[] body;

    private SignedRequest(HttpServletRequest request, byte[] body) {
        super(request);
        this.body = body;
    }

    /**
     * Reads nothing of a stranger's body: who signs also says which body it is.
     *
     * @return empty if nobody with this key has signed it
     * @throws NodeRefused if it is longer than anything a node has to say
     */
    static Optional<SignedRequest> read(HttpServletRequest request, VerifyingKey key) throws IOException {
        var query = request.getQueryString();
        var asked =
                new MessageSignature.Asked(request.getMethod(), request.getRequestURI(), query == null ? "" : query);
        if (!MessageSignature.isHead(asked, request::getHeader, key)) {
            return Optional.empty();
        }
        int limit = limit(asked);
        var body = request.getInputStream().readNBytes(limit + 1);
        if (body.length > limit) {
            throw NodeRefused.of(NodeRefused.Code.REQUEST_TOO_LARGE, "limit", limit);
        }
        return MessageSignature.isBody(body, request::getHeader)
                ? Optional.of(new SignedRequest(request, body))
                : Optional.empty();
    }

    private static int limit(MessageSignature.Asked asked) {
        return asked.method().equals("PUT") && LONG.matcher(asked.path()).matches() ? LONG_LIMIT : LIMIT;
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
