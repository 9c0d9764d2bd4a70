package org.onex.foundation.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads no more of a request than anybody can mean, whether it says its length or not; memory is for everybody. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class BodyLimit extends OncePerRequestFilter {

    private static final long FORM = 256 * 1024;
    private static final long FILE = 4 * 1024 * 1024;

    private final String lists;
    private final String uploads;
    private final long uploadLimit;

    /**
     * @param lists       a path to which machines send all that they have, followed by one more name; empty where there is none
     * @param uploads     the path to which files of any size are sent, which are not kept in memory; empty where there is none
     * @param uploadLimit how large they may be
     */
    BodyLimit(
            @Value("${onex.lists.path:}") String lists,
            @Value("${onex.upload.path:}") String uploads,
            @Value("${onex.upload.limit:4GB}") DataSize uploadLimit) {
        this.lists = lists;
        this.uploads = uploads;
        this.uploadLimit = uploadLimit.toBytes();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var type = request.getContentType();
        var isFile =
                type != null && (type.startsWith("application/yaml") || type.startsWith("application/octet-stream"));
        var limit = isFile || isList(request) ? FILE : FORM;
        if (!uploads.isEmpty() && request.getRequestURI().equals(uploads)) {
            limit = uploadLimit;
        }
        chain.doFilter(new Limited(request, limit), response);
    }

    private boolean isList(HttpServletRequest request) {
        var path = request.getRequestURI();
        return !lists.isEmpty()
                && request.getMethod().equals("PUT")
                && path.startsWith(lists)
                && path.indexOf('/', lists.length()) < 0;
    }

    private static final class Limited extends HttpServletRequestWrapper {

        private final long limit;

        Limited(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (getContentLengthLong() > limit) {
                throw RequestRefused.tooLarge(limit);
            }
            return new Counted(super.getInputStream(), limit);
        }
    }

    private static final class Counted extends ServletInputStream {

        private final ServletInputStream stream;
        private final long limit;
        private long read;

        Counted(ServletInputStream stream, long limit) {
            this.stream = stream;
            this.limit = limit;
        }

        @Override
        public int read() throws IOException {
            var one = stream.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            var some = stream.read(into, offset, length);
            count(Math.max(some, 0));
            return some;
        }

        private void count(int more) {
            read += more;
            if (read > limit) {
                throw RequestRefused.tooLarge(limit);
            }
        }

        @Override
        public boolean isFinished() {
            return stream.isFinished();
        }

        @Override
        public boolean isReady() {
            return stream.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            stream.setReadListener(listener);
        }
    }
}
