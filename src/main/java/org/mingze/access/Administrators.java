package org.mingze.access;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/// 三员 — the three administrators of a county, apart from the start; they never sign in with a
/// passphrase that another installation has.
@Component
public class Administrators {
    private final Accounts accounts;

    Administrators(Accounts accounts) {
        this.accounts = accounts;
    }

    /// 一次性口令 — serves for one sign-in, which then asks for one's own.
    public record OneTime(int county, Office office, String signInName, String passphrase) {}

    /// Opens the accounts of those administrators that the county does not have yet.
    public List<OneTime> openMissing(int county, Instant now) {
        List<OneTime> opened = new ArrayList<>();
        for (Office office : Office.values()) {
            if (office.administers() && !accounts.exists(county, nameOf(office))) {
                String passphrase = Passphrases.oneTime();
                accounts.open(
                        new Accounts.Opening(county, "@" + nameOf(office), nameOf(office), office),
                        passphrase,
                        now);
                accounts.release(county, nameOf(office), now);
                opened.add(new OneTime(county, office, nameOf(office), passphrase));
            }
        }
        return opened;
    }

    /// A new one-time passphrase, given by whoever runs the machine; no administrator resets one.
    public OneTime reset(int county, Office office, Instant now) {
        String passphrase = accounts.reset(county, nameOf(office));
        accounts.release(county, nameOf(office), now);
        return new OneTime(county, office, nameOf(office), passphrase);
    }

    private static String nameOf(Office office) {
        return switch (office) {
            case SYSTEM -> "sysadmin";
            case SECURITY -> "secadmin";
            case AUDIT -> "auditadmin";
            case OFFICIAL -> throw new IllegalArgumentException("not an administrator");
        };
    }
}
