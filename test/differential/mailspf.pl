#!/usr/bin/perl
# Answers cases, a line of JSON each, with what Mail::SPF makes of them. No question leaves this process.

use strict;
use warnings;

# In place of Net::DNS::Resolver: the zone of the case.
package ZoneResolver;

use Net::DNS;

my %zone;

sub new { return bless({ errorstring => '' }, shift) }

sub zone { my ($self, $zone) = @_; %zone = %$zone; return }

sub errorstring { return shift->{errorstring} }

# A name in presentation form as its octets (RFC 1035, 5.1), lower case.
sub octets {
    my ($name) = @_;
    $name =~ s/\\(\d{3}|.)/length($1) == 3 ? chr($1 % 256) : $1/ges;
    $name =~ s/\.$//;
    return lc($name);
}

sub record {
    my ($owner, $type, $data) = @_;
    my %head = (name => $owner, type => $type, ttl => 60);
    # Octets as they are: a string would be read as text and encoded.
    return Net::DNS::RR->new(%head, rdata => pack('(C/a*)*', @$data)) if $type eq 'TXT';
    return Net::DNS::RR->new(%head, preference => $data->[0], exchange => $data->[1] || '.') if $type eq 'MX';
    return Net::DNS::RR->new(%head, ptrdname => $data || '.') if $type eq 'PTR';
    return Net::DNS::RR->new(%head, cname => $data) if $type eq 'CNAME';
    return Net::DNS::RR->new(%head, address => $data);
}

sub send {
    my ($self, $name, $type) = @_;
    $self->{errorstring} = 'NOERROR';
    # Dies for a name that is none, as Net::DNS::Resolver does.
    my $packet = Net::DNS::Packet->new($name, $type);
    $packet->header->qr(1);
    my $owner = octets($name);
    for (1 .. 17) {
        my $node = $zone{$owner};
        if (not $node) {
            $self->{errorstring} = 'NXDOMAIN';
            $packet->header->rcode('NXDOMAIN');
            return $packet;
        }
        my $failure = $node->{failing}{$type};
        if ($failure and $failure eq 'TIMEOUT') {
            $self->{errorstring} = 'query timed out';
            return undef;
        }
        last if $failure;
        my @records = @{ $node->{$type} || [] };
        if (@records or not defined($node->{CNAME})) {
            $packet->push(answer => map { record($owner, $type, $_) } @records);
            return $packet;
        }
        $packet->push(answer => record($owner, 'CNAME', $node->{CNAME}));
        $owner = lc($node->{CNAME});
    }
    $self->{errorstring} = 'SERVFAIL';
    $packet = Net::DNS::Packet->new($name, $type);
    $packet->header->rcode('SERVFAIL');
    return $packet;
}

package main;

use JSON::PP;
use Mail::SPF;

$SIG{__WARN__} = sub { };
$| = 1;

my $json     = JSON::PP->new->utf8->canonical;
my $resolver = ZoneResolver->new;
my $server   = Mail::SPF::Server->new(
    dns_resolver         => $resolver,
    hostname             => 'unknown',
    query_rr_types       => Mail::SPF::Server->query_rr_type_txt,
    max_void_dns_lookups => 2,
    # An empty explanation says that the publisher has none.
    default_authority_explanation => '',
);

sub check {
    my ($case) = @_;
    my $request = Mail::SPF::Request->new(
        versions   => [1],
        scope      => 'mfrom',
        # RFC 7208, 2.4
        identity      => $case->{sender} eq '' ? "postmaster\@$case->{helo}" : $case->{sender},
        ip_address    => $case->{ip},
        helo_identity => $case->{helo},
    );
    my $result      = $server->process($request);
    my $explanation = '';
    if ($result->isa('Mail::SPF::Result::Fail')) {
        # What goes wrong in an explanation leaves none.
        eval { $explanation = '' . $result->authority_explanation; 1 } or $explanation = '';
    }
    return { result => $result->code, explanation => $explanation };
}

while (my $line = <STDIN>) {
    my $case = $json->decode($line);
    $resolver->zone($case->{zone});
    my $outcome;
    eval {
        local $SIG{ALRM} = sub { die("no end\n") };
        alarm(2);
        $outcome = check($case);
        alarm(0);
        1;
    } or $outcome = { result => 'crash', explanation => '', detail => "$@" };
    alarm(0);
    print $json->encode({ id => $case->{id}, %$outcome }), "\n";
}
