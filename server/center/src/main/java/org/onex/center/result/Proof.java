package org.onex.center.result;

/** What somebody without an account says of themselves to see their own (凭身份证号、姓名、准考证号查询), as they type it. */
public record Proof(String idNumber, String name, String ticket) {

    /** Without the ID number, so that it cannot get into a log by accident. */
    @Override
    public String toString() {
        return "proof by ticket";
    }
}
