package org.onex.rehearsal.sitting;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What a device keeps on its own disk (本机日志): every entry until the node says that it is durable there. */
final class Journal {

    private static final int MOST_ENTRIES = 200;
    private static final int MOST_BYTES = 200_000;

    private final Deque<Entry> kept = new ArrayDeque<>();
    private int lastSeq;

    /**
     * @param lastSeq where this epoch stands at the node
     */
    Journal(int lastSeq) {
        this.lastSeq = lastSeq;
    }

    Entry write(String item, String value, String at) {
        var entry = new Entry(++lastSeq, item, value, at);
        kept.add(entry);
        return entry;
    }

    /** The next entries to send, as many as one request may bring. */
    List<Entry> batch() {
        var batch = new ArrayList<Entry>();
        var bytes = 0;
        for (var entry : kept) {
            bytes += entry.json().toString().getBytes(StandardCharsets.UTF_8).length;
            if (batch.size() == MOST_ENTRIES || (bytes > MOST_BYTES && !batch.isEmpty())) {
                break;
            }
            batch.add(entry);
        }
        return batch;
    }

    void forgetUpTo(int durableSeq) {
        while (!kept.isEmpty() && kept.element().seq() <= durableSeq) {
            kept.remove();
        }
    }

    boolean isEmpty() {
        return kept.isEmpty();
    }

    int lastSeq() {
        return lastSeq;
    }
}
