package org.onex.center.certificate;

import java.util.UUID;
import org.onex.contract.kernel.IdNumber;

/**
 * Whose a certificate is (持证人), as they were registered.
 *
 * @param enrolment under which their photo is kept
 * @param ticket    with which they sat the exam
 */
record Holder(String name, IdNumber idNumber, String ticket, UUID enrolment) {}
