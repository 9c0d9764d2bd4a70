package org.onex.center;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Stands beside every test that talks to the centre: a changing request that succeeds has left an entry on the audit trail when it is
 * answered, unless the same was asked before and left one, or unaudited.csv says why this endpoint leaves none.
 */
final class AuditWitness extends OncePerRequestFilter {

    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");

    private final JdbcClient jdbc;
    private final Set<String> heard = new ConcurrentSkipListSet<>();
    private final Set<String> silent = new ConcurrentSkipListSet<>();

    AuditWitness(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!CHANGING.contains(request.getMethod())) {
            chain.doFilter(request, response);
            return;
        }
        long before = entries();
        chain.doFilter(request, response);
        var path = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        if (path == null || response.getStatus() >= 300) {
            return;
        }
        var address = request.getMethod() + " " + request.getRequestURI();
        if (entries() != before) {
            heard.add(address);
        } else if (!heard.contains(address)) {
            silent.add(request.getMethod() + " " + path);
        }
    }

    /** What somebody else writes meanwhile counts too: only silence can be told for sure. Never the same where the database is gone. */
    private long entries() {
        try {
            return jdbc.sql("select last_number from audit.chain where only_row")
                    .query(Long.class)
                    .single();
        } catch (DataAccessException gone) {
            return -System.nanoTime();
        }
    }

    static Set<String> exceptions() throws IOException {
        try (var table =
                Objects.requireNonNull(AuditWitness.class.getResourceAsStream("/unaudited.csv"), "/unaudited.csv")) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(",", 3))
                    .map(cells -> cells[0] + " " + cells[1])
                    .collect(Collectors.toSet());
        }
    }

    /** Fails a class of tests in which a request changed something and left no entry. */
    static final class Verdict implements AfterAllCallback {

        @Override
        public void afterAll(ExtensionContext context) throws IOException {
            var witness = SpringExtension.getApplicationContext(context).getBean(AuditWitness.class);
            assertThat(witness.silent)
                    .as("requests that left no entry on the audit trail")
                    .isSubsetOf(exceptions());
        }
    }
}
