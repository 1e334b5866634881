package org.mingze.office.reminding;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/// 邮件 — through the mail server that the configuration names.
@Component
class MailChannel implements Channel {
    private final ObjectProvider<JavaMailSender> sender;
    private final String from;
    private final String site;

    MailChannel(
            ObjectProvider<JavaMailSender> sender,
            @Value("${mingze.reminders.mail-from:}") String from,
            @Value("${mingze.address:}") String site) {
        this.sender = sender;
        this.site = site;
        this.from = from;
    }

    @Override
    public String word() {
        return "邮件";
    }

    @Override
    public boolean isConfigured() {
        return sender.getIfAvailable() != null && !from.isBlank();
    }

    @Override
    public boolean gathers() {
        return true;
    }

    @Override
    public void send(String address, List<Reminder> told) throws NotSent {
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(from);
        message.setTo(address);
        message.setSubject(subject(told));
        message.setText(
                told.stream().map(each -> told(each.soon())).collect(Collectors.joining("\n"))
                        + (site.isBlank() ? "\n登录明责，在“今日”里看还差什么。" : "")
                        + "\n这封信不用回。\n");
        try {
            sender.getObject().send(message);
        } catch (MailException failed) {
            throw new NotSent("邮件服务器没有收：" + failed.getMessage(), failed);
        }
    }

    private static String subject(List<Reminder> told) {
        String first = told.getFirst().soon().item();
        return told.size() == 1 ? "到期提醒：" + first : "到期提醒：" + first + "等" + told.size() + "件";
    }

    /// With its page where browsers know the product by an address.
    private String told(DueSoon.Soon soon) {
        return soon.words() + "\n" + (site.isBlank() ? "" : soon.address(site) + "\n");
    }
}
