package org.onex.center.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import org.onex.foundation.clock.Mode;
import org.onex.foundation.web.Problems;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * In production passwords and personal data travel by https only: a proxy in front speaks it and says so ({@code X-Forwarded-Proto}). Whoever
 * opens a page by plain http is sent to the public address; requests for data are refused. This machine itself may ask by plain http.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class RequireHttps extends OncePerRequestFilter {

    private final boolean required;
    private final String address;
    private final JsonMapper json;

    /**
     * @param address   what people open, {@code https://exam.example.org}; needed in production
     * @param plainHttp production without encryption, for whoever says so
     * @throws IllegalStateException if this is production and nobody has said how people get here
     */
    RequireHttps(
            Mode mode,
            @Value("${onex.address:}") String address,
            @Value("${onex.plain-http:false}") boolean plainHttp,
            JsonMapper json) {
        this.required = mode.isProduction() && !plainHttp;
        this.address = address.strip().replaceAll("/+$", "");
        this.json = json;
        if (required && !this.address.startsWith("https://")) {
            throw new IllegalStateException("production needs the https address that people open (onex.address), not \""
                    + address + "\"; whoever wants passwords to travel unencrypted says onex.plain-http=true");
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!required || request.isSecure() || isFromThisMachine(request)) {
            chain.doFilter(request, response);
        } else if (request.getMethod().equals("GET") && !request.getRequestURI().startsWith("/api/")) {
            var page = URI.create(address).resolve(request.getRequestURI());
            response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
            response.setHeader("Location", page.toString());
        } else {
            var problem = Problems.response(AccessRefused.httpsRequired(address));
            response.setStatus(problem.getStatusCode().value());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            json.writeValue(response.getOutputStream(), problem.getBody());
        }
    }

    private static boolean isFromThisMachine(HttpServletRequest request) throws IOException {
        // Always a number here, so nothing is looked up.
        return InetAddress.getByName(request.getRemoteAddr()).isLoopbackAddress();
    }
}
