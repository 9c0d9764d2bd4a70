package org.onex.center.script;

import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.onex.center.node.EnrolledNode;
import org.onex.foundation.vault.Digests;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes files from exam servers piece by piece, in any number of tries; with the last piece a file is looked into. */
@Service
class TakePieces {

    private static final int MOST_BYTES = 192 * 1024;

    /** Whole files are in memory only so many at a time; everybody else waits, with no connection to the database in hand. */
    private static final int AT_ONCE = 2;

    private final SiteReturns returns;
    private final Announcements announcements;
    private final SettleFiles settle;
    private final Receipts receipts;
    private final TransactionTemplate transaction;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    TakePieces(
            SiteReturns returns,
            Announcements announcements,
            SettleFiles settle,
            Receipts receipts,
            TransactionTemplate transaction) {
        this.returns = returns;
        this.announcements = announcements;
        this.settle = settle;
        this.receipts = receipts;
        this.transaction = transaction;
    }

    /** What of a file goes where. */
    static final class Piece {

        private final String sha256;
        private final long from;
        private final byte[] content;

        Piece(String sha256, long from, byte[] content) {
            this.sha256 = sha256;
            this.from = from;
            this.content = content.clone();
        }

        private long until() {
            return from + content.length;
        }

        /** What of it is new to somebody who has so much. */
        private byte[] beyond(long have) {
            return Arrays.copyOfRange(content, (int) (have - from), content.length);
        }
    }

    /**
     * @throws ScriptRefused if nobody announced the file, the piece cannot be, or it leaves a gap; or if the whole is another file
     */
    ReturnController.PieceTaken take(UUID bundle, Piece piece, EnrolledNode node) {
        var file = announced(Sender.of(bundle, node), piece.sha256);
        require(piece.content.length > 0 && piece.content.length <= MOST_BYTES, "content");
        require(piece.from >= 0 && piece.until() <= file.bytes(), "from");
        if (file.state() != ReturnedFile.State.WANTED) {
            return answer(file);
        }
        return piece.until() < file.bytes() || piece.from > file.have()
                ? append(file, piece)
                : complete(file, piece, node);
    }

    private ReturnedFile announced(Sender sender, String sha256) {
        if (returns.find(sender.site(), sender.bundle()).isEmpty()) {
            throw ScriptRefused.of(ScriptRefused.Code.BUNDLE_UNKNOWN);
        }
        return AnnouncedList.SHA256.matcher(sha256).matches()
                ? announcements
                        .file(sender, sha256)
                        .filter(ReturnedFile::listed)
                        .orElseThrow(() -> ScriptRefused.of(ScriptRefused.Code.FILE_UNKNOWN))
                : unknown();
    }

    private static ReturnedFile unknown() {
        throw ScriptRefused.of(ScriptRefused.Code.FILE_UNKNOWN);
    }

    private static void require(boolean right, String field) {
        if (!right) {
            throw ScriptRefused.invalid(field);
        }
    }

    private ReturnController.PieceTaken append(ReturnedFile file, Piece piece) {
        return transaction.execute(status -> {
            var held = announcements.hold(file);
            if (held.state() != ReturnedFile.State.WANTED) {
                return answer(held);
            }
            requireNoGap(piece, held.have());
            if (piece.until() <= held.have()) {
                return new ReturnController.PieceTaken(held.have(), null, null);
            }
            announcements.add(held, held.have(), piece.beyond(held.have()));
            return new ReturnController.PieceTaken(piece.until(), null, null);
        });
    }

    private static void requireNoGap(Piece piece, long have) {
        if (piece.from > have) {
            throw ScriptRefused.pieceGap(have);
        }
    }

    /** The last piece is kept only with the whole: whoever breaks off here sends it again. */
    private ReturnController.PieceTaken complete(ReturnedFile file, Piece piece, EnrolledNode node) {
        places.acquireUninterruptibly();
        try {
            var before = announcements.joined(file);
            requireNoGap(piece, before.length);
            var tail = piece.beyond(before.length);
            var whole = Arrays.copyOf(before, before.length + tail.length);
            System.arraycopy(tail, 0, whole, before.length, tail.length);
            if (!Digests.same(Digests.sha256(whole), file.sha256())) {
                transaction.executeWithoutResult(status -> announcements.restart(announcements.hold(file)));
                throw ScriptRefused.of(ScriptRefused.Code.FILE_DAMAGED);
            }
            return answer(settle.settle(file, whole, node));
        } finally {
            places.release();
        }
    }

    private ReturnController.PieceTaken answer(ReturnedFile settled) {
        var script = settled.script();
        return new ReturnController.PieceTaken(
                settled.bytes(),
                script == null || settled.reason() != null
                        ? null
                        : receipts.of(settled.sender(), script, settled.revision())
                                .orElseThrow(),
                settled.reason());
    }
}
