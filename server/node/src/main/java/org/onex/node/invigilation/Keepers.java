package org.onex.node.invigilation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.onex.contract.bundle.SessionBundle;
import org.onex.foundation.vault.Digests;
import org.onex.foundation.vault.HashKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The invigilators of all sessions, and who of them is signed in. */
@Repository
class Keepers {

    private final JdbcClient jdbc;

    Keepers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID session, List<SessionBundle.RoomKeeper> keepers, HashKey pinKey) {
        keepers.forEach(keeper -> jdbc.sql("""
                        insert into invigilation.room_keeper (session, number, name, pin_hash, pin_key)
                        values (:session, :number, :name, :hash, :key)
                        on conflict (session, number) do nothing
                        """)
                .param("session", session)
                .param("number", keeper.number())
                .param("name", keeper.name())
                .param("hash", keeper.pinHash())
                .param("key", pinKey.bytes())
                .update());
    }

    private record Row(Keeper keeper, String pinHash, HashKey pinKey) {

        boolean hasPin(String pin) {
            return Digests.same(pinHash, pinKey.hash(pin));
        }
    }

    /** The invigilator with this number and PIN; of several sessions the one that was installed last. */
    Optional<Keeper> find(String number, String pin) {
        return jdbc
                .sql("select * from invigilation.room_keeper where number = :number order by session desc")
                .param("number", number)
                .query((row, n) -> new Row(
                        new Keeper(
                                row.getObject("session", UUID.class), row.getString("number"), row.getString("name")),
                        row.getString("pin_hash"),
                        HashKey.of(row.getBytes("pin_key"))))
                .list()
                .stream()
                .filter(row -> row.hasPin(pin))
                .map(Row::keeper)
                .findFirst();
    }

    void signIn(Keeper keeper, String tokenHash, Instant now) {
        jdbc.sql("""
                        insert into invigilation.sign_in (token_hash, session, number, since)
                        values (:token, :session, :number, :since)
                        """)
                .param("token", tokenHash)
                .param("session", keeper.session())
                .param("number", keeper.number())
                .param("since", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Keeper> signedIn(String tokenHash) {
        return jdbc.sql("""
                        select k.session, k.number, k.name from invigilation.sign_in s
                        join invigilation.room_keeper k on k.session = s.session and k.number = s.number
                        where s.token_hash = :token
                        """)
                .param("token", tokenHash)
                .query((row, n) -> new Keeper(
                        row.getObject("session", UUID.class), row.getString("number"), row.getString("name")))
                .optional();
    }

    void signOut(String tokenHash) {
        jdbc.sql("delete from invigilation.sign_in where token_hash = :token")
                .param("token", tokenHash)
                .update();
    }
}
