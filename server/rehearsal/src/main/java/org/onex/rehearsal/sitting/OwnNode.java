package org.onex.rehearsal.sitting;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.onex.rehearsal.outside.Unexpected;
import org.onex.rehearsal.scene.SiteNode;

/** A real node whose processes are killed one by one. */
final class OwnNode implements TestedNode, AutoCloseable {

    private static final Duration END = Duration.ofSeconds(60);
    /** So long the launcher may take to notice that its node is dead. */
    private static final Duration TO_NOTICE = Duration.ofMillis(1_500);
    /** So long a node may take to start its dead database again. */
    private static final Duration TO_HEAL = Duration.ofSeconds(20);

    private final SiteNode node;

    private OwnNode(SiteNode node) {
        this.node = node;
    }

    /**
     * Builds the product if that is needed, starts a node and waits until it answers.
     *
     * @param run the program that starts it
     */
    static OwnNode start(Path run) {
        var node = SiteNode.launch(run, List.of());
        try {
            node.awaitAnswer();
            return new OwnNode(node);
        } catch (Unexpected e) {
            node.close();
            throw e;
        }
    }

    @Override
    public URI address() {
        return node.address();
    }

    @Override
    public String technicianCode() {
        return node.technicianCode();
    }

    @Override
    public void strike(Blow blow) {
        var below = node.launcher().descendants().toList();
        var application = below.stream().filter(process -> runs(process, "java"));
        var database = below.stream().filter(OwnNode::isFirstOfDatabase);
        // The launcher first, or it would begin to tidy up.
        var victims = switch (blow) {
            case APPLICATION -> application;
            case DATABASE -> database;
            case BOTH -> Stream.concat(application, database);
            case EVERYTHING -> Stream.concat(Stream.of(node.launcher().toHandle()), below.stream());
        };
        var killed =
                victims.map(ProcessHandle::destroyForcibly).filter(done -> done).count();
        if (killed == 0) {
            throw new Unexpected("nothing could be killed for " + blow + ":\n" + node.tail());
        }
    }

    private static boolean isFirstOfDatabase(ProcessHandle process) {
        return runs(process, "postgres")
                && process.parent().map(parent -> !runs(parent, "postgres")).orElse(true);
    }

    private static boolean runs(ProcessHandle process, String program) {
        return process.info()
                .command()
                .map(command -> Path.of(command).endsWith(program))
                .orElse(false);
    }

    /** A node that has lost its database only gets time to help itself; any other is started again. */
    @Override
    public void startAgain() {
        try {
            if (!node.launcher().waitFor(TO_NOTICE.toMillis(), TimeUnit.MILLISECONDS)) {
                if (node.answersWithin(TO_HEAL, "/api/sitting/sessions")) {
                    return;
                }
                node.launcher().destroy();
            }
            if (!node.launcher().waitFor(END.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new Unexpected("the launcher does not end:\n" + node.tail());
            }
            node.launchAgain();
            node.awaitAnswer();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unexpected("interrupted while the node was started again", e);
        }
    }

    @Override
    public List<Path> logs() {
        return node.logs();
    }

    @Override
    public void close() {
        node.close();
    }
}
