package org.onex.rehearsal.paper;

import java.util.List;
import org.onex.rehearsal.outside.Answer;
import org.onex.rehearsal.outside.Json;
import org.onex.rehearsal.scene.Center;
import org.onex.rehearsal.scene.Http;
import org.onex.rehearsal.scene.ItemBankFile;
import org.onex.rehearsal.scene.Scene;
import tools.jackson.databind.JsonNode;

/** Somebody at work on banks and papers (命题人员), or who tries to be. */
record Writer(Scene scene, String login) {

    static final String BANKS = "/api/paper/banks";
    static final String PAPERS = "/api/paper/papers";

    Http browser() {
        return scene.center().as(login);
    }

    Answer load(ItemBankFile bank, String content) {
        return browser().sendYaml(BANKS + "?file=" + Center.encoded(bank.file()), content);
    }

    Answer assemble(String bank, String subject) {
        return browser()
                .send(
                        "POST",
                        PAPERS,
                        Json.object().put("bank", bank).put("subject", subject).putNull("seed"));
    }

    Answer look(String paper) {
        return browser().get(PAPERS + "/" + paper);
    }

    Answer form(String paper, String form) {
        return browser().get(PAPERS + "/" + paper + "/forms/" + form);
    }

    Answer proof(String paper, int version, boolean passed, String opinion) {
        return browser()
                .send(
                        "POST",
                        PAPERS + "/" + paper + "/proofs",
                        Json.object()
                                .put("version", version)
                                .put("passed", passed)
                                .put("opinion", opinion));
    }

    Answer seal(String paper, int version) {
        return browser()
                .send("POST", PAPERS + "/" + paper + "/sealing", Json.object().put("version", version));
    }

    /** Every paper that this account sees in a state. */
    List<JsonNode> papers(String state) {
        return scene.all(login, PAPERS + "?state=" + state);
    }
}
