package org.onex.center.node;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Optional;
import java.util.UUID;
import org.onex.foundation.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All enrolment codes that were ever given out, sealed. */
@Repository
class Codes {

    private final JdbcClient jdbc;
    private final Vault vault;

    Codes(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** Takes it in as the newest of its site; false if there is another one with its name. */
    boolean add(IssuedCode issued) {
        var name = issued.code().name();
        return jdbc.sql("""
                        insert into node.code (name, site_id, code_sealed, issued_at, issued_by, wrong_proofs)
                        values (:name, :site, :sealed, :issued, :by, 0)
                        on conflict (name) do nothing
                        """)
                        .param("name", name)
                        .param("site", issued.site())
                        .param("sealed", vault.seal(issued.code().value(), purpose(name)))
                        .param("issued", Timestamp.from(issued.issuedAt()))
                        .param("by", issued.issuedBy())
                        .update()
                > 0;
    }

    /** The code of this name; nobody else tries it before this transaction ends. */
    Optional<IssuedCode> hold(String name) {
        return jdbc.sql("""
                        select c.*, exists (select 1 from node.code n
                                            where n.site_id = c.site_id and (n.issued_at, n.name) > (c.issued_at, c.name)) as superseded
                        from node.code c where c.name = :name for update of c
                        """).param("name", name).query((row, n) -> issued(row)).optional();
    }

    void countWrongProof(IssuedCode issued) {
        jdbc.sql("update node.code set wrong_proofs = wrong_proofs + 1 where name = :name")
                .param("name", issued.code().name())
                .update();
    }

    void use(IssuedCode issued, UUID node) {
        jdbc.sql("update node.code set used_by = :node where name = :name")
                .param("node", node)
                .param("name", issued.code().name())
                .update();
    }

    private IssuedCode issued(ResultSet row) throws SQLException {
        var code = vault.openText(row.getBytes("code_sealed"), purpose(row.getString("name")));
        return new IssuedCode(
                new EnrolmentCode(code),
                row.getObject("site_id", UUID.class),
                row.getTimestamp("issued_at").toInstant(),
                row.getString("issued_by"),
                row.getInt("wrong_proofs"),
                row.getObject("used_by", UUID.class),
                row.getBoolean("superseded"));
    }

    private static String purpose(String name) {
        return "enrolment code " + name;
    }
}
