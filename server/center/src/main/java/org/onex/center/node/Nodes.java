package org.onex.center.node;

import static java.util.stream.Collectors.groupingBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.foundation.exchange.SealingKey;
import org.onex.foundation.exchange.VerifyingKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All exam servers that were ever enrolled. */
@Repository
class Nodes implements NodeDirectory {

    private final JdbcClient jdbc;

    Nodes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Node node) {
        jdbc.sql("""
                        insert into node.node (id, site_id, college, awarding_body, name, version, signing_key, sealing_key, enrolled_at)
                        values (:id, :site, :college, :body, :name, :version, :signing, :sealing, :enrolled)
                        """)
                .param("id", node.id())
                .param("site", node.whose().site())
                .param("college", node.whose().college())
                .param("body", node.whose().awardingBody())
                .param("name", node.name())
                .param("version", node.version())
                .param("signing", node.keys().signing().bytes())
                .param("sealing", node.keys().sealing().bytes())
                .param("enrolled", Timestamp.from(node.enrolledAt()))
                .update();
    }

    void withdraw(UUID id, Node.Withdrawal withdrawal) {
        jdbc.sql("""
                        update node.node set withdrawn_at = :at, withdrawn_by = :by, withdrawal_reason = :reason where id = :id
                        """)
                .param("at", Timestamp.from(withdrawal.at()))
                .param("by", withdrawal.by())
                .param("reason", withdrawal.reason())
                .param("id", id)
                .update();
    }

    Optional<Node> find(UUID id) {
        return jdbc.sql("select * from node.node where id = :id")
                .param("id", id)
                .query((row, n) -> node(row))
                .optional();
    }

    /** As {@link #find}, and nobody else changes it before this transaction ends. */
    Optional<Node> hold(UUID id) {
        return jdbc.sql("select * from node.node where id = :id for update")
                .param("id", id)
                .query((row, n) -> node(row))
                .optional();
    }

    @Override
    public Map<UUID, List<EnrolledNode>> ofSites(Collection<UUID> sites) {
        if (sites.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql(
                        "select * from node.node where site_id in (:sites) and withdrawn_at is null order by enrolled_at, id")
                .param("sites", Set.copyOf(sites))
                .query((row, n) -> node(row).enrolled())
                .list()
                .stream()
                .collect(groupingBy(EnrolledNode::site));
    }

    @Override
    public List<Known> everOf(Collection<UUID> sites) {
        return sites.isEmpty()
                ? List.of()
                : jdbc.sql(
                                "select id, name, withdrawn_at from node.node where site_id in (:sites) order by enrolled_at, id")
                        .param("sites", Set.copyOf(sites))
                        .query((row, n) -> new Known(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                row.getTimestamp("withdrawn_at") != null))
                        .list();
    }

    static Node node(ResultSet row) throws SQLException {
        return new Node(
                row.getObject("id", UUID.class),
                new Node.Whose(
                        row.getObject("site_id", UUID.class), row.getString("college"), row.getString("awarding_body")),
                row.getString("name"),
                row.getString("version"),
                new Node.Keys(VerifyingKey.of(row.getBytes("signing_key")), SealingKey.of(row.getBytes("sealing_key"))),
                row.getTimestamp("enrolled_at").toInstant(),
                withdrawal(row));
    }

    private static Node.@Nullable Withdrawal withdrawal(ResultSet row) throws SQLException {
        var at = row.getTimestamp("withdrawn_at");
        return at == null
                ? null
                : new Node.Withdrawal(
                        at.toInstant(), row.getString("withdrawn_by"), row.getString("withdrawal_reason"));
    }
}
