package org.onex.node.invigilation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.onex.contract.bundle.SiteBundle;
import org.onex.foundation.vault.Digests;
import org.onex.foundation.vault.HashKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The invigilators of all bundles, and who of them is signed in. */
@Repository
class Keepers {

    private final JdbcClient jdbc;

    Keepers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void replace(SiteBundle bundle) {
        var pinKey = HashKey.ofBase64(bundle.idHashKey());
        delete("kept_room", bundle.id(), List.of());
        var stay = bundle.invigilators().stream()
                .map(SiteBundle.RoomKeeper::number)
                .toList();
        delete("sign_in", bundle.id(), stay);
        delete("room_keeper", bundle.id(), stay);
        for (var keeper : bundle.invigilators()) {
            add(bundle.id(), keeper, pinKey);
        }
    }

    private void delete(String table, UUID bundle, List<String> butNumbers) {
        jdbc.sql("delete from invigilation." + table + " where bundle = :bundle and not number = any(:numbers)")
                .param("bundle", bundle)
                .param("numbers", butNumbers.toArray(String[]::new))
                .update();
    }

    private void add(UUID bundle, SiteBundle.RoomKeeper keeper, HashKey pinKey) {
        jdbc.sql("""
                        insert into invigilation.room_keeper (bundle, number, name, pin_hash, pin_key)
                        values (:bundle, :number, :name, :hash, :key)
                        on conflict (bundle, number) do update set name = excluded.name, pin_hash = excluded.pin_hash,
                            pin_key = excluded.pin_key
                        """)
                .param("bundle", bundle)
                .param("number", keeper.number())
                .param("name", keeper.name())
                .param("hash", keeper.pinHash())
                .param("key", pinKey.bytes())
                .update();
        for (var room : Set.copyOf(keeper.rooms())) {
            jdbc.sql("insert into invigilation.kept_room (bundle, number, room) values (:bundle, :number, :room)")
                    .param("bundle", bundle)
                    .param("number", keeper.number())
                    .param("room", room)
                    .update();
        }
    }

    private record Row(Keeper keeper, String pinHash, HashKey pinKey) {

        boolean hasPin(String pin) {
            return Digests.same(pinHash, pinKey.hash(pin));
        }
    }

    /** The invigilator with this number and PIN, once per bundle; those whose papers came last come first. */
    List<Keeper> find(String number, String pin) {
        return jdbc
                .sql("select * from invigilation.room_keeper where number = :number order by bundle desc")
                .param("number", number)
                .query((row, n) -> new Row(keeper(row), row.getString("pin_hash"), HashKey.of(row.getBytes("pin_key"))))
                .list()
                .stream()
                .filter(row -> row.hasPin(pin))
                .map(row -> withRooms(row.keeper()))
                .toList();
    }

    private static Keeper keeper(ResultSet row) throws SQLException {
        return new Keeper(
                row.getObject("bundle", UUID.class), row.getString("number"), row.getString("name"), List.of());
    }

    private Keeper withRooms(Keeper keeper) {
        var rooms = jdbc.sql("""
                        select room from invigilation.kept_room where bundle = :bundle and number = :number order by room
                        """)
                .param("bundle", keeper.bundle())
                .param("number", keeper.number())
                .query((row, n) -> row.getString("room"))
                .list();
        return new Keeper(keeper.bundle(), keeper.number(), keeper.name(), rooms);
    }

    void signIn(Keeper keeper, String tokenHash, Instant now) {
        jdbc.sql("""
                        insert into invigilation.sign_in (token_hash, bundle, number, since)
                        values (:token, :bundle, :number, :since)
                        """)
                .param("token", tokenHash)
                .param("bundle", keeper.bundle())
                .param("number", keeper.number())
                .param("since", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Keeper> signedIn(String tokenHash, Instant notBefore) {
        return jdbc.sql("""
                        select k.bundle, k.number, k.name from invigilation.sign_in s
                        join invigilation.room_keeper k on k.bundle = s.bundle and k.number = s.number
                        where s.token_hash = :token and s.since >= :since
                        """)
                .param("token", tokenHash)
                .param("since", notBefore.atOffset(ZoneOffset.UTC))
                .query((row, n) -> keeper(row))
                .optional()
                .map(this::withRooms);
    }

    void signOut(String tokenHash) {
        jdbc.sql("delete from invigilation.sign_in where token_hash = :token")
                .param("token", tokenHash)
                .update();
    }
}
