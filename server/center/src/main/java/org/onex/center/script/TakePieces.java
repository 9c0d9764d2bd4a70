package org.onex.center.script;

import java.util.UUID;
import org.onex.center.node.EnrolledNode;
import org.springframework.stereotype.Service;

@Service
class TakePieces {
    @SuppressWarnings("ArrayRecordComponent")
    record Piece(String sha256, long from, byte[] content) {}

    ReturnController.PieceTaken take(UUID bundle, Piece piece, EnrolledNode node) {
        throw new UnsupportedOperationException();
    }
}
