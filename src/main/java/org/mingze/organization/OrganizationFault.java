package org.mingze.organization;

/// 机构差错 — an act that contradicts the organization, with a sentence for the person who sent it.
public final class OrganizationFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OrganizationFault(String sentence) {
        super(sentence);
    }
}
