package org.onex.center.certificate;

import java.time.Instant;
import java.time.LocalDate;
import org.onex.center.catalog.Level;
import org.onex.contract.kernel.IdNumber;

/**
 * What one certificate says (证书内容), word by word.
 *
 * @param name          of its holder as it is printed
 * @param qualification as it is printed, "网店运营推广职业技能等级证书"
 * @param issuedOn      the day that is printed
 * @param signedAt      when the signatures say they were made, by the business clock; not before the parties have agreed
 * @param verifyAddress where everybody can ask whether it is genuine; stands in the QR code
 */
record CertificateText(
        String number,
        String name,
        IdNumber idNumber,
        String qualification,
        Level level,
        String awardingBodyCode,
        String awardingBodyName,
        String collegeCode,
        String collegeName,
        LocalDate issuedOn,
        Instant signedAt,
        String verifyAddress) {}
