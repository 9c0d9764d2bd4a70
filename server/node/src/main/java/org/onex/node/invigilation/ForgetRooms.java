package org.onex.node.invigilation;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forgets who kept the rooms of a bundle and what they wrote (擦除), once the centre has it all: names, PINs, sign-ins and every text. Who
 * did what when stays, by number.
 */
@Component
public class ForgetRooms {

    private final JdbcClient jdbc;

    ForgetRooms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether it may be forgotten is for the caller to know. Again changes nothing. */
    @Transactional
    public void forget(UUID bundle) {
        for (var change : List.of(
                "delete from invigilation.sign_in",
                "delete from invigilation.kept_room",
                "delete from invigilation.room_keeper",
                "update invigilation.act set reason = ''",
                "update invigilation.attendance set note = ''",
                "update invigilation.incident set facts = '', statement = ''")) {
            jdbc.sql(change + " where bundle = :bundle").param("bundle", bundle).update();
        }
    }
}
