package org.onex.center.node;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** That a request was signed by an enrolled node (报文签名); its one authority opens what is for nodes and nothing else. */
final class NodeAuthentication extends AbstractAuthenticationToken {

    static final String AUTHORITY = "node";

    private static final long serialVersionUID = 1;

    private final transient SignedBy signedBy;

    NodeAuthentication(SignedBy signedBy) {
        super(List.of(new SimpleGrantedAuthority(AUTHORITY)));
        this.signedBy = signedBy;
        setAuthenticated(true);
    }

    /**
     * Who signed, and when.
     *
     * @param at the node's machine time, in whole seconds
     */
    record SignedBy(EnrolledNode node, Instant at) {}

    @Override
    public SignedBy getPrincipal() {
        return signedBy;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public String getName() {
        return signedBy.node().id().toString();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NodeAuthentication that && signedBy.equals(that.signedBy);
    }

    @Override
    public int hashCode() {
        return Objects.hash(signedBy);
    }
}
