package org.onex.foundation.postgres;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own in a folder of our own: loopback only, generated password, durable (fsync, synchronous commit, full
 * page writes, checksums). It ends with this process, also when this process is killed, and recovers at the next start; when it dies under
 * us it is started again.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final String USER = "onex";
    private static final Duration READY_WITHIN = Duration.ofMinutes(5);
    private static final Duration STOPPED_WITHIN = Duration.ofMinutes(1);

    private final FileChannel lock;
    private final Postmaster server;
    private final int port;
    private final String password;

    private EmbeddedPostgres(FileChannel lock, Postmaster server, int port, String password) {
        this.lock = lock;
        this.server = server;
        this.port = port;
        this.password = password;
    }

    /**
     * Starts the server whose files are in {@code home}, making them at the first start; a server that an earlier, killed process left
     * running there is stopped first.
     *
     * @param home     this database's folder
     * @param binaries folder for PostgreSQL's programs, shared by all databases of the machine
     */
    public static EmbeddedPostgres start(Path home, Path binaries) throws IOException {
        var programs = PostgresBinaries.in(binaries.toAbsolutePath());
        var user = ServiceUser.ofThisProcess();
        var folder = home.toAbsolutePath();
        var cluster = folder.resolve("cluster");
        Directories.createReachable(folder);
        var lock = exclusive(cluster.resolveSibling("lock"));
        var password = password(folder);
        if (!Files.isDirectory(cluster)) {
            initialise(cluster, password, programs, user);
        }
        stopLeftover(cluster);
        var port = freePort();
        var server = launch(cluster, port, programs, user);
        var postgres = new EmbeddedPostgres(lock, server, port, password);
        try {
            postgres.awaitReady(cluster);
        } catch (IOException e) {
            postgres.close();
            throw e;
        }
        log.info("PostgreSQL is ready on loopback port {} with its data in {}", port, cluster);
        return postgres;
    }

    /** The address of a database of this server, for JDBC. */
    public String jdbcUrl(String database) {
        // Without the last one the values of a failed statement would get into logs, and they may be personal data.
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database
                + "?reWriteBatchedInserts=true&logServerErrorDetail=false";
    }

    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    /** Makes a database unless it is there. */
    public void createDatabase(String name) {
        try (var connection = DriverManager.getConnection(jdbcUrl("postgres"), USER, password);
                var exists = connection.prepareStatement("select 1 from pg_database where datname = ?");
                var statement = connection.createStatement()) {
            exists.setString(1, name);
            if (!exists.executeQuery().next()) {
                statement.execute("create database " + statement.enquoteIdentifier(name, true));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot make the database " + name, e);
        }
    }

    /** Ends all sessions, writes a checkpoint and stops the server. */
    @Override
    public void close() {
        try {
            stop(server.endWithoutRestart());
            lock.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without it a second start of the product would take the first one's server for a leftover. */
    private static FileChannel exclusive(Path file) throws IOException {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new IOException("another running OneX uses the data in " + file.getParent());
        }
        return channel;
    }

    private static String password(Path home) throws IOException {
        var file = home.resolve("password");
        if (!Files.exists(file)) {
            var secret = new byte[24];
            new SecureRandom().nextBytes(secret);
            var draft = home.resolve("password.new");
            Files.deleteIfExists(draft);
            Files.createFile(draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(draft, HexFormat.of().formatHex(secret));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }

    private static void initialise(Path cluster, String password, PostgresBinaries programs, ServiceUser user)
            throws IOException {
        var unfinished = cluster.resolveSibling("cluster.new");
        Directories.deleteTree(unfinished);
        Files.createDirectory(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        user.own(unfinished);
        var passwordFile = Files.createTempFile("onex", ".pw");
        try {
            Files.writeString(passwordFile, password);
            user.own(passwordFile);
            var command = new ArrayList<>(user.prefix());
            command.addAll(List.of(
                    programs.program("initdb"),
                    "--pgdata=" + unfinished,
                    "--username=" + USER,
                    "--pwfile=" + passwordFile,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    "--locale=C",
                    "--data-checksums"));
            Commands.run(command);
        } finally {
            Files.delete(passwordFile);
        }
        Files.move(unfinished, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Postmaster launch(Path cluster, int port, PostgresBinaries programs, ServiceUser user)
            throws IOException {
        var command = new ArrayList<>(user.prefix());
        command.addAll(List.of(programs.program("postgres"), "-D", cluster.toString(), "-p", String.valueOf(port)));
        for (var setting : List.of(
                "listen_addresses=127.0.0.1",
                "unix_socket_directories=",
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                "shared_buffers=64MB",
                "max_connections=60",
                "timezone=UTC",
                "log_timezone=UTC")) {
            command.addAll(List.of("-c", setting));
        }
        var log = cluster.resolveSibling("postgres.log").toFile();
        return Postmaster.start(new ProcessBuilder(command)
                .directory(new File("/"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log)));
    }

    private void awaitReady(Path cluster) throws IOException {
        var end = System.nanoTime() + READY_WITHIN.toNanos();
        while (!"ready".equals(line(cluster, 7))) {
            if (!server.isAlive()) {
                throw new IOException(
                        "PostgreSQL did not start; it says why in " + cluster.resolveSibling("postgres.log"));
            }
            if (System.nanoTime() > end) {
                throw new IOException("PostgreSQL was not ready within " + READY_WITHIN);
            }
            pause();
        }
    }

    private static void stopLeftover(Path cluster) throws IOException {
        var pid = line(cluster, 0);
        // After a power cut the file may be empty; we hold our own lock, so nobody else is starting here.
        if (pid != null && pid.matches("\\d+")) {
            var process = ProcessHandle.of(Long.parseLong(pid));
            if (process.isPresent() && commandLine(process.get().pid()).contains(cluster.toString())) {
                log.warn("An earlier PostgreSQL (process {}) still holds {}; stopping it", pid, cluster);
                stop(process.get());
            }
        }
        // Not ours any more, or stopped: a file that names a dead process only confuses the check for readiness.
        Files.deleteIfExists(cluster.resolve("postmaster.pid"));
    }

    private static void stop(ProcessHandle process) throws IOException {
        var end = System.nanoTime() + STOPPED_WITHIN.toNanos();
        // The shell has kill built in; the program of that name is not on every machine.
        Commands.exitCode(List.of("sh", "-c", "kill -INT \"$0\"", String.valueOf(process.pid())));
        while (process.isAlive() && System.nanoTime() < end) {
            pause();
        }
        if (process.isAlive()) {
            throw new IOException("PostgreSQL (process " + process.pid() + ") does not stop");
        }
    }

    private static @Nullable String line(Path cluster, int number) throws IOException {
        var file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return null;
        }
        var lines = Files.readAllLines(file);
        return lines.size() > number ? lines.get(number).strip() : null;
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(pid), "cmdline"));
        } catch (IOException e) {
            return "";
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(Duration.ofMillis(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
