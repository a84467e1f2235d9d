package io.orderloom.cdk;

import java.util.regex.Pattern;

/**
 * Backups of the table by AWS Backup, each with a locked copy elsewhere, for stages that want them.
 *
 * @param copyRegion the region of the copies; another region than the stage's
 * @param copyAccount the account of the copies; empty for the stage's own account
 * @param account the stage's own account, which may copy into another one; empty if both are the
 *     same
 * @param everyHours hours between two backups
 * @param keepDays days after which backup and copy are deleted, and not before
 */
record BackupOption(
        boolean on,
        String copyRegion,
        String copyAccount,
        String account,
        int everyHours,
        int keepDays) {
    private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-[0-9]");
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}|");
    private static final int DAY = 24;
    private static final int WEEK = 7;
    private static final int LONGEST = 365;

    BackupOption {
        if (on) {
            check("copyRegion", REGION.matcher(copyRegion).matches(), "is no region");
            check("copyAccount", ACCOUNT.matcher(copyAccount).matches(), "is no account number");
            check("account", ACCOUNT.matcher(account).matches(), "is no account number");
            check(
                    "account",
                    copyAccount.isEmpty() == account.isEmpty(),
                    "and 'copyAccount' are given together or not at all");
            check(
                    "everyHours",
                    everyHours > 0 && DAY % everyHours == 0,
                    "does not divide a day; take 1, 2, 3, 4, 6, 8, 12 or 24");
            check(
                    "keepDays",
                    keepDays >= WEEK && keepDays <= LONGEST,
                    "is not between %d and %d".formatted(WEEK, LONGEST));
        }
    }

    /** Tells whether the copies belong to another account. */
    boolean elsewhere() {
        return !copyAccount.isEmpty();
    }

    private static void check(String name, boolean holds, String reason) {
        if (!holds) {
            throw new IllegalArgumentException("parameter backup: '%s' %s".formatted(name, reason));
        }
    }
}
