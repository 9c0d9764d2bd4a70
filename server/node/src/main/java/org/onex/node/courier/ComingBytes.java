package org.onex.node.courier;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the body of an answer behind what is in a file already (断点续传), or over it if the answer begins at the beginning. */
final class ComingBytes implements BodyHandler<Path> {

    private static final int WHOLE = 200;
    private static final int REST = 206;
    private static final int PAST_THE_END = 416;

    private final Path file;
    private final long begun;
    private final long longest;

    ComingBytes(Path file, long begun, long longest) {
        this.file = file;
        this.begun = begun;
        this.longest = longest;
    }

    @Override
    public BodySubscriber<Path> apply(ResponseInfo answer) {
        if (isRest(answer.statusCode(), answer.headers())) {
            return BodySubscribers.limiting(BodySubscribers.ofFile(file, CREATE, WRITE, APPEND), longest - begun);
        }
        if (isWhole(answer.statusCode())) {
            return BodySubscribers.limiting(BodySubscribers.ofFile(file, CREATE, WRITE, TRUNCATE_EXISTING), longest);
        }
        return BodySubscribers.replacing(file);
    }

    /**
     * @throws CenterAway if the answer was none that brings bytes; if it did not fit what is there, that is gone
     */
    void requireTaken(HttpResponse<?> answer) {
        if (isWhole(answer.statusCode()) || isRest(answer.statusCode(), answer.headers())) {
            return;
        }
        if (answer.statusCode() == REST || answer.statusCode() == PAST_THE_END) {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new CenterAway(CenterAway.AWAY, "no bytes but " + answer.statusCode());
    }

    private static boolean isWhole(int status) {
        return status == WHOLE;
    }

    private boolean isRest(int status, HttpHeaders headers) {
        return status == REST && headers.firstValue("Content-Range").orElse("").startsWith("bytes " + begun + "-");
    }
}
