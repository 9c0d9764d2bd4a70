package org.onex.center.node;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.onex.center.ExamServer;
import org.onex.center.Parties;
import org.onex.center.organization.Actor;
import org.onex.center.organization.Organization;
import org.onex.center.organization.OrganizationKind;
import org.onex.foundation.ids.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tests of the module do again and again: approve sites, put machines there, look at what is stored. */
final class NodeDesk {

    static final Actor COLLEGE = actor(OrganizationKind.COLLEGE, "90001");
    static final Actor BODY = actor(OrganizationKind.AWARDING_BODY, "990000004");
    static final Actor OTHER_BODY = actor(OrganizationKind.AWARDING_BODY, "990000003");

    private final JdbcClient jdbc;
    private final Nodes nodes;

    NodeDesk(JdbcClient jdbc, Nodes nodes) {
        this.jdbc = jdbc;
        this.nodes = nodes;
    }

    static Actor actor(OrganizationKind kind, String code) {
        return new Actor("u" + code, "考务", new Organization(kind, code, code));
    }

    /** Bodies and colleges, in whose name people sign in. */
    void open(int port) {
        Parties.enter(port);
        jdbc.sql("insert into organization.college (code, name, province, pilot) values ('90002', '示范二', '江苏', true)")
                .update();
    }

    /** An approved site of a college, each for a qualification of its own. */
    UUID site(String college) {
        var id = Ids.next();
        jdbc.sql("insert into catalog.qualification (code, awarding_body, name, short_name) values (:q, :body, :q, :q)")
                .param("q", id.toString())
                .param("body", BODY.organization().code())
                .update();
        jdbc.sql("""
                insert into site.site (id, version, state, since, college, province, qualification, awarding_body,
                                       name, address, manager_name)
                values (:id, 3, 'APPROVED', '2024-04-01T00:00:00Z', :college, '安徽', :q, :body, :name, '学府路1号', '')
                """)
                .param("id", id)
                .param("q", id.toString())
                .param("college", college)
                .param("body", BODY.organization().code())
                .param("name", "考点" + id)
                .update();
        return id;
    }

    /** Known without having enrolled. */
    Node node(UUID site, String name, ExamServer machine, Instant enrolled) {
        var node = new Node(
                Ids.next(),
                new Node.Whose(
                        site, COLLEGE.organization().code(), BODY.organization().code()),
                name,
                "0.1.0",
                new Node.Keys(
                        machine.signingKey().verifyingKey(),
                        machine.openingKey().sealingKey()),
                enrolled,
                null);
        nodes.add(node);
        machine.as(node.id());
        return node;
    }

    List<String> acts(Object subject) {
        return jdbc.sql("select act from audit.entry where subject = :subject order by number")
                .param("subject", subject.toString())
                .query((row, n) -> row.getString("act"))
                .list();
    }
}
