package org.onex.rehearsal.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Claim;
import org.onex.rehearsal.scene.FakeCenter;

/** A virtual node before a centre that keeps the protocol, and before centres that do not. */
class VirtualNodeTests {

    private static final EnrolmentCode CODE = EnrolmentCode.typed("4F7QK-2M9XD-0123A-BCDEF");

    private final FakeCenter center = new FakeCenter();
    private final FakeExchange exchange = new FakeExchange(CODE);
    private final VirtualNode node = new VirtualNode(exchange.scene(center), "虚拟服务器");

    @AfterEach
    void close() {
        exchange.close();
        center.close();
    }

    private long broken(Claim claim) {
        return center.found(claim).broken();
    }

    @Test
    void whoKnowsTheCodeIsKnown() {
        assertThat(node.enrol(CODE).isFine()).isTrue();
        assertThat(node.id()).isEqualTo(FakeExchange.NODE);
        assertThat(broken(Claim.NODES_ARE_KNOWN)).isZero();
        assertThat(node.enrol(CODE, CODE.guessed()).isProblem(401, "node.code-wrong"))
                .isTrue();
    }

    @Test
    void aCentreThatDoesNotKnowTheCodeIsFound() {
        exchange.behave(FakeExchange.Manner.KNOWS_NO_CODE);
        node.enrol(CODE).orFail();
        assertThat(broken(Claim.NODES_ARE_KNOWN)).isEqualTo(1);
    }

    @Test
    void aSignedAnswerIsBelieved() {
        node.enrol(CODE).orFail();
        assertThat(node.deliveries()).isEmpty();
        assertThat(node.put("/api/node/readiness", Json.object()).isFine()).isTrue();
        assertThat(broken(Claim.ANSWERS_ARE_SIGNED)).isZero();
        assertThat(center.found(Claim.ANSWERS_ARE_SIGNED).checked()).isEqualTo(2);
    }

    @Test
    void noOtherAnswerIs() {
        node.enrol(CODE).orFail();
        var before = 0;
        for (var manner : new FakeExchange.Manner[] {
            FakeExchange.Manner.SIGNS_NOTHING,
            FakeExchange.Manner.SIGNS_WITH_ANOTHER_KEY,
            FakeExchange.Manner.REPEATS_ITS_LAST_ANSWER,
            FakeExchange.Manner.SIGNS_LONG_AGO,
            FakeExchange.Manner.SIGNS_ANOTHER_BODY
        }) {
            exchange.behave(FakeExchange.Manner.WELL);
            node.deliveries();
            exchange.behave(manner);
            node.get(VirtualNode.DELIVERIES + "?turn=" + before);
            before++;
            assertThat(broken(Claim.ANSWERS_ARE_SIGNED)).as(manner.toString()).isEqualTo(before);
        }
    }

    @Test
    void aCentreThatKeepsToTheProtocolRefusesEveryForgery() {
        node.enrol(CODE).orFail();
        new ForgedRequests(node).play();
        assertThat(center.found(Claim.ONLY_NODES_ARE_ANSWERED).examples()).isEmpty();
        assertThat(center.found(Claim.ONLY_NODES_ARE_ANSWERED).checked()).isEqualTo(11);
    }

    @Test
    void aCentreThatAnswersEverybodyIsFound() {
        node.enrol(CODE).orFail();
        exchange.behave(FakeExchange.Manner.ANSWERS_EVERYBODY);
        new ForgedRequests(node).play();
        assertThat(broken(Claim.ONLY_NODES_ARE_ANSWERED)).isEqualTo(10);
    }
}
