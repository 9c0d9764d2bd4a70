package org.onex.center.staffing;

import java.util.regex.Pattern;

/**
 * What is said of somebody who is to invigilate (监考申报, 004 §五). The phone is personal: only whoever applied and the deciding body see
 * it whole, one person at a time, and each time is on record.
 *
 * @param phone                a mobile number; it tells people apart
 * @param region               where they live or work (所在区域), "安徽省合肥市"
 * @param teaches              what they teach (任教专业)
 * @param teachesQualification whether that is what the qualification is about; such people are drawn last
 * @param certificate          name of the invigilator's certificate (监考证书); empty, with its number and issuer, if there is none
 */
record Particulars(
        String name,
        String phone,
        String region,
        String teaches,
        boolean teachesQualification,
        String certificate,
        String certificateNumber,
        String issuer) {

    private static final Pattern PHONE = Pattern.compile("1\\d{10}");

    Particulars {
        name = name.strip();
        phone = phone.strip();
        region = region.strip();
        teaches = teaches.strip();
        certificate = certificate.strip();
        certificateNumber = certificateNumber.strip();
        issuer = issuer.strip();
        StaffingRefused.require(!name.isEmpty() && name.codePointCount(0, name.length()) <= 50, "name");
        StaffingRefused.require(PHONE.matcher(phone).matches(), "phone");
        StaffingRefused.require(!region.isEmpty() && region.length() <= 50, "region");
        StaffingRefused.require(!teaches.isEmpty() && teaches.length() <= 50, "teaches");
        StaffingRefused.require(certificate.length() <= 100, "certificate");
        StaffingRefused.require(
                certificateNumber.length() <= 64 && certificateNumber.isEmpty() == certificate.isEmpty(),
                "certificateNumber");
        StaffingRefused.require(issuer.length() <= 100 && issuer.isEmpty() == certificate.isEmpty(), "issuer");
    }

    /** As it is shown to everybody: "120****0001". */
    String maskedPhone() {
        return phone.substring(0, 3) + "****" + phone.substring(7);
    }

    /** Who edits an application sees the phone masked and sends it back as they saw it; then it stays. */
    String phoneMeantBy(String sent) {
        return sent.strip().equals(maskedPhone()) ? phone : sent;
    }

    /** Never the person: records end up in logs. */
    @Override
    public String toString() {
        return "Particulars[…]";
    }
}
