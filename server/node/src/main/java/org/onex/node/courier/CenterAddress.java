package org.onex.node.courier;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where the centre is (中心地址): where the start of this node says ({@code onex.center}), otherwise where it was at the enrolment. It is
 * only the way there; who answers is known by the key that was pinned.
 */
@Component
class CenterAddress {

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private final String started;
    private final Enrolments enrolments;

    CenterAddress(@Value("${onex.center:}") String started, Enrolments enrolments) {
        this.started = started.isBlank() ? "" : checked(started);
        this.enrolments = enrolments;
    }

    Optional<String> known() {
        return started.isEmpty() ? enrolments.current().map(Enrolment::center) : Optional.of(started);
    }

    String of(Enrolment enrolment) {
        return started.isEmpty() ? enrolment.center() : started;
    }

    /**
     * Where to enrol.
     *
     * @param typed null to take what is known
     * @throws CourierRefused if that is no address, none is known, or the node was started for another one
     */
    String forEnrolment(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return known().orElseThrow(() -> CourierRefused.of(CourierRefused.Code.CENTER_MISSING));
        }
        var address = checked(typed);
        if (!started.isEmpty() && !started.equals(address)) {
            throw CourierRefused.of(CourierRefused.Code.CENTER_DIFFERS, "center", started);
        }
        return address;
    }

    /** Without a path: requests are signed with theirs as we send it, which a proxy in front must not change. */
    private static String checked(String text) {
        var address = text.strip();
        try {
            var uri = URI.create(address.endsWith("/") ? address.substring(0, address.length() - 1) : address);
            if (SCHEMES.contains(String.valueOf(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null
                    && String.valueOf(uri.getPath()).isEmpty()
                    && uri.getQuery() == null
                    && uri.getFragment() == null) {
                return uri.toString();
            }
        } catch (IllegalArgumentException e) {
            throw (CourierRefused) invalid(address).initCause(e);
        }
        throw invalid(address);
    }

    private static CourierRefused invalid(String address) {
        return CourierRefused.of(CourierRefused.Code.CENTER_INVALID, "center", address);
    }
}
