package org.onex.center.candidate;

/** What sort of candidate somebody is (学生类型). */
public enum CandidateKind {
    /** 院校考生: studies at the college. */
    COLLEGE,
    /** 社会考生: does not, but is looked after by it. */
    PUBLIC
}
