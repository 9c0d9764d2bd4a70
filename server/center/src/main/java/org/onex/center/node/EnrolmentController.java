package org.onex.center.node;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import org.onex.center.organization.Actor;
import org.onex.center.site.Venue;
import org.onex.foundation.exchange.SealingKey;
import org.onex.foundation.exchange.VerifyingKey;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How a machine becomes an exam server of a site: somebody is shown a code, the machine proves that it was told it. */
@RestController
@RequestMapping("/api/node")
class EnrolmentController {

    private final IssueCode issue;
    private final EnrolNode enrol;
    private final EnrolmentLimits limits;

    EnrolmentController(IssueCode issue, EnrolNode enrol, EnrolmentLimits limits) {
        this.issue = issue;
        this.enrol = enrol;
        this.limits = limits;
    }

    /**
     * A code, shown once.
     *
     * @param expiresAt by the machine's clock, also where the business clock was moved
     */
    record ShownCode(String code, Instant expiresAt, EnrolmentSite site) {

        /** Never the code: records end up in logs. */
        @Override
        public String toString() {
            return "ShownCode[" + site + "]";
        }
    }

    record EnrolmentSite(UUID id, String name) {

        static EnrolmentSite of(Venue venue) {
            return new EnrolmentSite(venue.id(), venue.name());
        }
    }

    /**
     * @param code       the first five characters of the code
     * @param signingKey Ed25519, 32 bytes in Base64
     * @param sealingKey X25519, likewise
     * @param proof      HMAC-SHA256 under the whole code, see the dispatch protocol
     */
    record EnrolmentRequest(
            String code, String name, String version, String signingKey, String sealingKey, String proof) {

        EnrolNode.Application application() {
            return new EnrolNode.Application(code, name, version, keys(), proof);
        }

        private Node.Keys keys() {
            var signing = key(VerifyingKey::ofBase64, VerifyingKey::base64, signingKey, "signingKey");
            var sealing = key(SealingKey::ofBase64, SealingKey::base64, sealingKey, "sealingKey");
            return new Node.Keys(signing, requireUsable(sealing));
        }

        /** Written in one way only: the proof covers the text. */
        private static <K> K key(Function<String, K> reader, Function<K, String> writer, String text, String field) {
            try {
                var key = reader.apply(text);
                if (writer.apply(key).equals(text)) {
                    return key;
                }
            } catch (IllegalArgumentException e) {
                throw invalid(field, e);
            }
            throw NodeRefused.of(NodeRefused.Code.ENROLMENT_INVALID, "field", field);
        }

        /** Better now than when the first bundle is sealed for it. */
        private static SealingKey requireUsable(SealingKey key) {
            try {
                key.seal(new byte[1], "onex-enrol");
                return key;
            } catch (IllegalArgumentException e) {
                throw invalid("sealingKey", e);
            }
        }

        private static NodeRefused invalid(String field, IllegalArgumentException cause) {
            var refused = NodeRefused.of(NodeRefused.Code.ENROLMENT_INVALID, "field", field);
            refused.initCause(cause);
            return refused;
        }
    }

    /**
     * @param centerKey what the node pins
     * @param proof     HMAC-SHA256 under the whole code, see the dispatch protocol
     */
    record EnrolmentAnswer(UUID node, EnrolmentSite site, String centerKey, String proof) {}

    @PostMapping("/sites/{site}/codes")
    @ResponseStatus(HttpStatus.CREATED)
    @PreAuthorize("hasAuthority('node.enrol')")
    ShownCode issue(@PathVariable UUID site, Actor actor) {
        var issued = issue.issue(site, actor);
        return new ShownCode(issued.code().code().spoken(), issued.code().expiresAt(), EnrolmentSite.of(issued.site()));
    }

    /** Anybody may ask; only who knows a code gets anywhere. */
    @PostMapping("/enrolments")
    EnrolmentAnswer enrol(@RequestBody EnrolmentRequest request, HttpServletRequest asked) {
        limits.beforeTrying(asked.getRemoteAddr());
        var enrolled = enrol.enrol(request.application());
        return new EnrolmentAnswer(
                enrolled.node(), EnrolmentSite.of(enrolled.site()), enrolled.centerKey(), enrolled.proof());
    }
}
