package org.onex.center.script;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
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

    /** Of what is not the end of a file: it would otherwise be kept in a row for every byte. */
    private static final int FEWEST_BYTES = 16 * 1024;

    /** Whole files are in memory, and become objects, only so many at a time; everybody else waits, with no connection to the database in hand. */
    private static final int AT_ONCE = 1;

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

        private boolean isEndOf(ReturnedFile file) {
            return until() == file.bytes();
        }

        /** What of it is new to somebody who has so much. */
        private byte[] beyond(long have) {
            return Arrays.copyOfRange(content, (int) (have - from), content.length);
        }

        /** Fills a file of which so much is there with its end. */
        private void complete(byte[] whole, int have) {
            System.arraycopy(content, (int) (have - from), whole, have, whole.length - have);
        }
    }

    /**
     * @throws ScriptRefused if nobody announced the file, the piece cannot be, or it leaves a gap; or if the whole is another file
     */
    ReturnController.PieceTaken take(UUID bundle, Piece piece, EnrolledNode node) {
        var file = announced(Sender.of(bundle, node), piece.sha256);
        require(piece.from >= 0 && piece.from <= file.bytes() - piece.content.length, "from");
        require(
                piece.content.length <= MOST_BYTES && (piece.content.length >= FEWEST_BYTES || piece.isEndOf(file)),
                "content");
        if (file.state() != ReturnedFile.State.WANTED) {
            return answer(file);
        }
        return append(file, piece).orElseGet(() -> complete(file, piece, node));
    }

    private ReturnedFile announced(Sender sender, String sha256) {
        if (returns.find(sender.site(), sender.bundle()).isEmpty()) {
            throw ScriptRefused.of(ScriptRefused.Code.BUNDLE_UNKNOWN);
        }
        return Optional.of(sha256)
                .filter(name -> AnnouncedList.SHA256.matcher(name).matches())
                .flatMap(name -> announcements.file(sender, name))
                .filter(ReturnedFile::listed)
                .orElseThrow(TakePieces::unknown);
    }

    private static ScriptRefused unknown() {
        return ScriptRefused.of(ScriptRefused.Code.FILE_UNKNOWN);
    }

    private static void require(boolean right, String field) {
        if (!right) {
            throw ScriptRefused.invalid(field);
        }
    }

    /** Empty if the whole is there with it, and nothing was kept. */
    private Optional<ReturnController.PieceTaken> append(ReturnedFile file, Piece piece) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var held = announcements.hold(file);
            if (!held.listed()) {
                throw unknown();
            }
            if (held.state() != ReturnedFile.State.WANTED) {
                return Optional.of(answer(held));
            }
            requireNoGap(piece, held.have());
            if (piece.isEndOf(held)) {
                return Optional.empty();
            }
            long fresh = piece.until() - held.have();
            if (fresh < FEWEST_BYTES) {
                return Optional.of(new ReturnController.PieceTaken(held.have(), null, null));
            }
            announcements.add(held, held.have(), piece.beyond(held.have()));
            return Optional.of(new ReturnController.PieceTaken(piece.until(), null, null));
        }));
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
            var whole = new byte[(int) file.bytes()];
            int have = announcements.read(file, whole);
            requireNoGap(piece, have);
            piece.complete(whole, have);
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
