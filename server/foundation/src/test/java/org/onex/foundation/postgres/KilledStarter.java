package org.onex.foundation.postgres;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A program for {@link EmbeddedPostgresTests} to kill: starts a server, writes a row, says so and waits. */
final class KilledStarter {

    private KilledStarter() {}

    public static void main(String[] arguments) throws Exception {
        var postgres = EmbeddedPostgres.start(Path.of(arguments[0]), TestPostgres.binaries());
        postgres.createDatabase("exam");
        EmbeddedPostgresTests.execute(postgres, "create table answer (value int); insert into answer values (7)");
        System.out.println("written");
        new CountDownLatch(1).await();
    }
}
