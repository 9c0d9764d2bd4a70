package org.onex.center.paper;

import java.util.Comparator;
import java.util.UUID;
import org.onex.center.catalog.QualificationDirectory;
import org.onex.center.catalog.QualificationName;
import org.onex.center.organization.Actor;
import org.onex.foundation.web.Page;
import org.onex.foundation.web.PageRequest;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Item banks: loaded from a file and looked into, by the item writers of their awarding body only. */
@RestController
@RequestMapping("/api/paper/banks")
class BankController {

    private final ItemBanks banks;
    private final LoadBank load;
    private final QualificationDirectory qualifications;

    BankController(ItemBanks banks, LoadBank load, QualificationDirectory qualifications) {
        this.banks = banks;
        this.load = load;
        this.qualifications = qualifications;
    }

    @PostMapping(consumes = {"application/yaml", "application/octet-stream"})
    @PreAuthorize("hasAuthority('paper.write')")
    ResponseEntity<BankView> load(@RequestParam String file, @RequestBody byte[] content, Actor actor) {
        var loaded = load.load(file, content, actor);
        return ResponseEntity.status(loaded.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(BankView.of(loaded.record()));
    }

    @GetMapping
    @PreAuthorize("hasAuthority('paper.read')")
    Page<BankView.BankSummary> list(@ParameterObject PageRequest page, Actor actor) {
        var rows = banks.visibleTo(actor, page.key(), page.size() + 1).stream()
                .map(row -> BankView.BankSummary.of(row, nameOf(row.qualification())))
                .toList();
        return Page.of(rows, page.size(), banks.countVisibleTo(actor), BankView.BankSummary::code);
    }

    @GetMapping("/{id}")
    @PreAuthorize("hasAuthority('paper.read')")
    BankView get(@PathVariable UUID id, Actor actor) {
        return BankView.of(visible(id, actor));
    }

    /** The questions of the newest version, by id. */
    @GetMapping("/{id}/items")
    @PreAuthorize("hasAuthority('paper.read')")
    Page<BankQuestion> items(
            @PathVariable UUID id,
            @ParameterObject BankQuestion.Filter filter,
            @ParameterObject PageRequest page,
            Actor actor) {
        var found = visible(id, actor).bank().questions().filter(filter::finds).toList();
        var after = page.key();
        var rows = found.stream()
                .sorted(Comparator.comparing(Question::id))
                .filter(question -> question.id().compareTo(after) > 0)
                .limit(page.size() + 1L)
                .map(BankQuestion::of)
                .toList();
        return Page.of(rows, page.size(), found.size(), BankQuestion::id);
    }

    private BankRecord visible(UUID id, Actor actor) {
        return banks.find(id)
                .filter(bank -> bank.isOf(actor))
                .orElseThrow(() -> PaperRefused.of(PaperRefused.Code.BANK_UNKNOWN));
    }

    private QualificationName nameOf(String code) {
        return qualifications.find(code).orElseThrow();
    }
}
