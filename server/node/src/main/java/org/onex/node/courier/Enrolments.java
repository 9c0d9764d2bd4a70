package org.onex.node.courier;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.onex.foundation.exchange.OpeningKey;
import org.onex.foundation.exchange.SigningKey;
import org.onex.foundation.exchange.VerifyingKey;
import org.onex.foundation.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The enrolments of this node, of which the latest counts, and the keys that were made for them. */
@Repository
class Enrolments {

    private final JdbcClient jdbc;
    private final Vault vault;
    /** One at a time writes down what the centre has for us, or makes us somebody else. */
    private final ReentrantLock turn = new ReentrantLock();

    /** Asked for every two seconds, changed once in the life of a node; null as long as nobody has looked. */
    private volatile @Nullable Known known;

    Enrolments(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    private record Known(Optional<Enrolment> enrolment) {}

    Optional<Enrolment> current() {
        var before = known;
        return before == null ? latest() : before.enrolment();
    }

    /** Does it if this node is still the one that it was when something was begun; it does not become another one meanwhile. */
    void asStill(Enrolment we, Runnable work) {
        turn.lock();
        try {
            if (current().filter(now -> now.node().equals(we.node())).isPresent()) {
                work.run();
            }
        } finally {
            turn.unlock();
        }
    }

    /**
     * Makes this node another one.
     *
     * @param change a whole transaction, in which the enrolment is stored
     */
    void become(Runnable change) {
        turn.lock();
        try {
            change.run();
            lookAnew();
        } finally {
            turn.unlock();
        }
    }

    private synchronized Optional<Enrolment> latest() {
        // Several look at the start; only the first of them has to.
        var before = known;
        if (before != null) {
            return before.enrolment();
        }
        var found = jdbc.sql("""
                        select * from courier.enrolment where node is not null order by number desc limit 1
                        """).query((row, n) -> enrolment(row)).optional();
        known = new Known(found);
        return found;
    }

    private Enrolment enrolment(ResultSet row) throws SQLException {
        return new Enrolment(
                row.getString("code"),
                row.getObject("node", UUID.class),
                row.getString("name"),
                new Enrolment.Site(row.getObject("site", UUID.class), row.getString("site_name")),
                row.getString("center"),
                VerifyingKey.of(row.getBytes("center_key")),
                keys(row),
                row.getTimestamp("enrolled_at").toInstant());
    }

    private OwnKeys keys(ResultSet row) throws SQLException {
        var code = row.getString("code");
        return new OwnKeys(
                SigningKey.of(vault.open(row.getBytes("signing_key"), signing(code))),
                OpeningKey.of(vault.open(row.getBytes("opening_key"), opening(code))));
    }

    private static String signing(String code) {
        return "courier signing key " + code;
    }

    private static String opening(String code) {
        return "courier opening key " + code;
    }

    /** Whether this node was enrolled with this code, but not with this one for the last time. */
    boolean wasBefore(String code, Enrolment current) {
        return !current.code().equals(code)
                && jdbc.sql("select count(*) from courier.enrolment where code = :code and node is not null")
                                .param("code", code)
                                .query(Integer.class)
                                .single()
                        > 0;
    }

    /** The keys that go with a code: made when it is first tried, the same whenever it is tried again. */
    OwnKeys keysFor(String code) {
        var made = OwnKeys.random();
        jdbc.sql("""
                        insert into courier.enrolment (code, signing_key, opening_key) values (:code, :signing, :opening)
                        on conflict (code) do nothing
                        """)
                .param("code", code)
                .param("signing", vault.seal(made.signing().bytes(), signing(code)))
                .param("opening", vault.seal(made.opening().bytes(), opening(code)))
                .update();
        return jdbc.sql("select * from courier.enrolment where code = :code")
                .param("code", code)
                .query((row, n) -> keys(row))
                .single();
    }

    /** From the end of the transaction on this one counts; see {@link #become}. */
    void store(Enrolment enrolment) {
        jdbc.sql("""
                        update courier.enrolment set node = :node, name = :name, site = :site, site_name = :siteName,
                            center = :center, center_key = :centerKey, enrolled_at = :at,
                            number = (select coalesce(max(number), 0) + 1 from courier.enrolment)
                        where code = :code
                        """)
                .param("code", enrolment.code())
                .param("node", enrolment.node())
                .param("name", enrolment.name())
                .param("site", enrolment.site().id())
                .param("siteName", enrolment.site().name())
                .param("center", enrolment.center())
                .param("centerKey", enrolment.centerKey().bytes())
                .param("at", enrolment.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** When the transaction is through: whoever looked before it was has remembered the one before. */
    private synchronized void lookAnew() {
        known = null;
    }
}
