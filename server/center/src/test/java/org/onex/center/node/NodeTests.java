package org.onex.center.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.onex.center.organization.OrganizationKind;
import org.onex.foundation.exchange.OpeningKey;
import org.onex.foundation.exchange.SigningKey;

class NodeTests {

    private static final Instant NOW = Instant.parse("2024-05-01T00:00:00Z");
    private static final Node NODE = new Node(
            new UUID(1, 1),
            new Node.Whose(new UUID(2, 2), "90001", "990000004"),
            "一号服务器",
            "0.1.0",
            new Node.Keys(
                    SigningKey.random().verifyingKey(), OpeningKey.random().sealingKey()),
            NOW,
            null);

    @Test
    void isWithdrawnOnceAndWithAReason() {
        for (var reason : List.of("", "  \n", "长".repeat(501))) {
            assertRefused("node.reason-missing", () -> NODE.withdrawn(reason, NodeDesk.COLLEGE, NOW));
        }
        var withdrawn = NODE.withdrawn(" 服务器被盗 ", NodeDesk.COLLEGE, NOW);
        assertThat(withdrawn.state()).isEqualTo(Node.State.WITHDRAWN);
        assertThat(withdrawn.withdrawal()).isEqualTo(new Node.Withdrawal(NOW, "u90001", "服务器被盗"));
        assertRefused("node.already-withdrawn", () -> withdrawn.withdrawn("再次", NodeDesk.COLLEGE, NOW));
    }

    @Test
    void isVisibleToItsCollegeAndItsBodyAndNobodyElse() {
        assertThat(NODE.whose().isVisibleTo(NodeDesk.COLLEGE)).isTrue();
        assertThat(NODE.whose().isVisibleTo(NodeDesk.BODY)).isTrue();
        assertThat(NODE.whose().isVisibleTo(NodeDesk.OTHER_BODY)).isFalse();
        assertThat(NODE.whose().isVisibleTo(NodeDesk.actor(OrganizationKind.COLLEGE, "990000004")))
                .isFalse();
        assertThat(NODE.whose().isVisibleTo(NodeDesk.actor(OrganizationKind.PLATFORM, "platform")))
                .isFalse();
    }

    @Test
    void aNameIsWhatFitsIntoALine() {
        for (var name : List.of("一号服务器", "srv-01", "𠮷".repeat(40))) {
            assertThat(NodeName.isName(name)).as(name).isTrue();
        }
        for (var name : List.of("", " ", " 一号", "一号 ", "一\n号", "一\u200b号", "一\u202e号", "一".repeat(41))) {
            assertThat(NodeName.isName(name)).as(name).isFalse();
        }
    }

    private static void assertRefused(String code, Runnable act) {
        assertThatExceptionOfType(NodeRefused.class)
                .isThrownBy(act::run)
                .satisfies(e -> assertThat(e.code()).isEqualTo(code));
    }
}
