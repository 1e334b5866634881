package org.mingze.dossier;

import java.util.Arrays;
import java.util.Optional;
import org.mingze.web.Place;

/// 台账种类 — what a ledger lists, and under which address.
public enum LedgerKind {
    RECTIFICATION(
            "rectification", "整改台账", "问题", "问题", "源", "责任单位", "Finding", Place.RECTIFICATIONS),
    PETITION("petitions", "信访台账", "来件", "来件", "类", "机构", "Submission", Place.PETITIONS),
    ASSIGNMENT("assignments", "交办台账", "交办", "交办事项", "类", "责任单位", "Assignment", Place.ASSIGNMENTS);

    private final String address;
    private final String title;
    private final String recordType;
    private final String noun;
    private final String source;
    private final String body;
    private final String english;
    private final Place place;

    LedgerKind(
            String address,
            String title,
            String recordType,
            String noun,
            String source,
            String body,
            String english,
            Place place) {
        this.address = address;
        this.title = title;
        this.recordType = recordType;
        this.noun = noun;
        this.source = source;
        this.body = body;
        this.english = english;
        this.place = place;
    }

    public static Optional<LedgerKind> at(String address) {
        return Arrays.stream(values()).filter(kind -> kind.address.equals(address)).findFirst();
    }

    static Optional<LedgerKind> of(String recordType) {
        return Arrays.stream(values())
                .filter(kind -> kind.recordType.equals(recordType))
                .findFirst();
    }

    public String path() {
        return "/ledgers/" + address;
    }

    public String title() {
        return title;
    }

    public String recordType() {
        return recordType;
    }

    public String noun() {
        return noun;
    }

    /// The field that says where the item comes from.
    public String source() {
        return source;
    }

    /// The field that says which body answers for it.
    public String body() {
        return body;
    }

    public String english() {
        return english;
    }

    /// The form that begins a new item.
    public String entry() {
        return this == PETITION ? "/petitions/new" : "/records/new/" + english;
    }

    public Place place() {
        return place;
    }
}
