package org.onex.center.result;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where candidates look up their own results, without an account. */
@RestController
@RequestMapping("/api/result/inquiries")
class InquiryController {

    private final AnswerInquiries inquiries;

    InquiryController(AnswerInquiries inquiries) {
        this.inquiries = inquiries;
    }

    /** What came of one's own registration; who proves nothing learns nothing. */
    @PostMapping
    AnswerInquiries.InquiryAnswer ask(@RequestBody Proof proof, HttpServletRequest request) {
        return inquiries.answer(proof, request.getRemoteAddr());
    }
}
