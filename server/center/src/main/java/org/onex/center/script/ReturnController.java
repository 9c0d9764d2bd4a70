package org.onex.center.script;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onex.center.node.EnrolledNode;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What exam servers send back after an exam; only they may, each of its own site. The wire is {@code docs/return-protocol.md}. */
@RestController
@RequestMapping("/api/script/returns/{bundle}")
class ReturnController {

    private final TakeLists lists;
    private final TakePieces pieces;

    ReturnController(TakeLists lists, TakePieces pieces) {
        this.lists = lists;
        this.pieces = pieces;
    }

    /**
     * Where we are.
     *
     * @param key    the awarding body's, for which everything is sealed; Base64
     * @param record number of the newest record that arrived from this node, 0 before the first
     */
    record ReturnStanding(String key, int record, List<ReturnReceipt> receipts) {}

    /** Everything a node has of a bundle. */
    record ReturnAnnouncement(int version, AnnouncedRecord record, List<AnnouncedScript> scripts) {}

    /**
     * @param number counts the records of a bundle at a node
     * @param sha256 of the sealed bytes; likewise their number
     */
    record AnnouncedRecord(int number, String sha256, long bytes) {}

    /**
     * @param revision the newest in the file
     * @param sha256   of the sealed bytes; likewise their number
     */
    record AnnouncedScript(UUID attempt, int revision, String sha256, long bytes) {}

    /**
     * How things stand after an announcement.
     *
     * @param wanted  what of the list is not here whole; the record last
     * @param refused what arrived whole and cannot be taken
     */
    record ReturnProgress(
            int record, List<ReturnReceipt> receipts, List<WantedFile> wanted, List<RefusedFile> refused) {}

    /**
     * The centre's word that a script arrived and proved itself (答卷回执).
     *
     * @param revision   the newest in the file; likewise the hash
     * @param receivedAt as it was signed
     * @param signature  Base64
     */
    record ReturnReceipt(UUID attempt, int revision, String hash, String receivedAt, String signature) {}

    /**
     * @param from the first byte that is not here
     */
    record WantedFile(String sha256, long from) {}

    record RefusedFile(String sha256, Refusal reason) {}

    /**
     * What became of a piece.
     *
     * @param have    up to which byte the file is here
     * @param receipt if this made a script whole that proves itself
     * @param refused why the file, which is whole, cannot be taken
     */
    record PieceTaken(
            long have,
            @Nullable ReturnReceipt receipt,
            @Nullable Refusal refused) {}

    @GetMapping
    @PreAuthorize("hasAuthority('node')")
    ReturnStanding standing(@PathVariable UUID bundle, EnrolledNode node) {
        return lists.standing(bundle, node);
    }

    @PutMapping
    @PreAuthorize("hasAuthority('node')")
    ReturnProgress announce(
            @PathVariable UUID bundle,
            @org.springframework.web.bind.annotation.RequestBody ReturnAnnouncement announcement,
            EnrolledNode node) {
        return lists.take(bundle, announcement, node);
    }

    /** The body is the piece as it is. */
    @PutMapping(path = "/files/{sha256}/{from}", consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @PreAuthorize("hasAuthority('node')")
    @Operation(
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                                            schema = @Schema(type = "string", format = "binary"))))
    PieceTaken piece(
            @PathVariable UUID bundle,
            @PathVariable String sha256,
            @PathVariable long from,
            HttpServletRequest request,
            EnrolledNode node)
            throws IOException {
        return pieces.take(
                bundle,
                new TakePieces.Piece(sha256, from, request.getInputStream().readAllBytes()),
                node);
    }
}
